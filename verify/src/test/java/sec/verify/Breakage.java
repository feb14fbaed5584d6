package sec.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.NodeProto;

/**
 * A way to break a file.
 *
 * @param name of the way
 * @param sound what is broken
 * @param change of the model
 * @param bytes of the file, changed afterwards
 * @param check that finds it
 * @param said by that check: what is wrong, and where
 */
record Breakage(
    String name,
    SoundFile sound,
    Consumer<ModelProto.Builder> change,
    UnaryOperator<byte[]> bytes,
    Check check,
    String said) {

  static Breakage ofModel(
      String name, Consumer<ModelProto.Builder> change, Check check, String said) {
    return of(SoundFile.FLAT, name, change, check, said);
  }

  static Breakage of(
      SoundFile sound, String name, Consumer<ModelProto.Builder> change, Check check, String said) {
    return new Breakage(name, sound, change, UnaryOperator.identity(), check, said);
  }

  static Breakage ofGraph(
      String name, Consumer<GraphProto.Builder> change, Check check, String said) {
    return ofModel(name, model -> change.accept(model.getGraphBuilder()), check, said);
  }

  static Breakage ofNode(
      String name, String node, Consumer<NodeProto.Builder> change, Check check, String said) {
    return ofGraph(
        name,
        graph -> change.accept(graph.getNodeBuilder(SoundFile.place(graph, node))),
        check,
        said);
  }

  static Breakage ofBytes(String name, UnaryOperator<byte[]> bytes, Check check, String said) {
    return new Breakage(name, SoundFile.FLAT, model -> {}, bytes, check, said);
  }

  Path write(Path folder) throws IOException {
    ModelProto.Builder model = sound.model(folder);
    change.accept(model);
    return Files.write(folder.resolve("broken.onnx"), bytes.apply(model.build().toByteArray()));
  }

  boolean isSaidBy(Outcome outcome) {
    return outcome.check() == check && outcome.note().contains(said);
  }

  @Override
  public String toString() {
    return name;
  }
}
