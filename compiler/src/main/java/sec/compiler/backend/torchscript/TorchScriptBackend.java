package sec.compiler.backend.torchscript;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import sec.compiler.io.AtomicFile;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Shape;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;

/**
 * From a network and its weights to a TorchScript archive. A module has a method for each part of
 * the network that has tensors; {@code forward} of the root takes {@code [batch, C, H, W]} or
 * {@code [batch, C]} and returns the result, or a tuple of it and the further results. The names of
 * the tensors are those of weight files. Maps are laid out channels last.
 *
 * <p>Source of the format: libtorch's own files, version 3.
 */
public final class TorchScriptBackend {
  /**
   * The method of the root that returns all tensors as they are, in the order of the network's
   * parameters.
   */
  public static final String TENSORS = ScriptMethod.TENSORS;

  private static final byte[] VERSION = "3\n".getBytes(StandardCharsets.US_ASCII);

  private TorchScriptBackend() {}

  /**
   * Replaces {@code file}.
   *
   * @return what was written
   */
  public static List<Path> write(Path file, Network network, Weights weights, Precision precision)
      throws IOException {
    AtomicFile.write(
        file,
        channel -> {
          OutputStream out = Channels.newOutputStream(channel);
          write(out, network, weights, precision);
          out.flush();
        });
    return List.of(file);
  }

  /** Writes the archive to {@code out}, which stays open; a tensor at a time is in memory. */
  public static void write(OutputStream out, Network network, Weights weights, Precision precision)
      throws IOException {
    ScriptModule root = ScriptModule.of(network);
    MethodWriter.write(network, precision, root);
    ClassTexts classes = ClassTexts.of(root);
    try (ArchiveFile archive = new ArchiveFile(network.name(), out)) {
      archive.add("data.pkl", new ModulePickle(classes, precision, places(network)).of(root));
      archive.add("code/__torch__.py", classes.text().getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < network.parameters().size(); i++) {
        archive.add("data/" + i, tensor(network.parameters().get(i), weights), precision);
      }
      archive.add("constants.pkl", new Pickle().nothing().end());
      archive.add("version", VERSION);
    }
  }

  /** What each number of a node's result takes in memory; 0 if it overwrites what it is made of. */
  public static ToIntFunction<Node> bytesOfNumbers(Network network, Precision precision) {
    LowPrecision low = new LowPrecision(network, precision);
    Overwriting overwriting = new Overwriting(network);
    return node -> {
      if (overwriting.overwrites(node)) {
        return 0;
      }
      return low.isLow(node.id()) ? 2 : precision.bytes();
    };
  }

  private static Map<String, Integer> places(Network network) {
    Map<String, Integer> places = new HashMap<>();
    for (Parameter parameter : network.parameters()) {
      places.put(parameter.path(), places.size());
    }
    return places;
  }

  private static Tensor tensor(Parameter parameter, Weights weights) {
    Tensor tensor = weights.get(parameter.path());
    Shape shape = parameter.shape();
    if (!tensor.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "weights for %s are %s instead of %s".formatted(parameter.path(), tensor.shape(), shape));
    }
    return tensor;
  }
}
