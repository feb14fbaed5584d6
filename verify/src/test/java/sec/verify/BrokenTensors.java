package sec.verify;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import sec.compiler.onnx.TensorProto;

/** Ways to break weights: their sizes, their numbers, where they are kept, and who reads them. */
final class BrokenTensors {
  private static final String WEIGHT = "block.conv.0.weight";

  private BrokenTensors() {}

  static List<Breakage> all() {
    return List.of(
        ofWeight("too few bytes", t -> t.setRawData(t.getRawData().substring(4)), "2300 bytes"),
        ofWeight("no numbers", TensorProto.Builder::clearRawData, "0 numbers"),
        ofWeight("no data type", TensorProto.Builder::clearDataType, "data type 0"),
        ofWeight("unknown data type", t -> t.setDataType(77), "data type 77"),
        ofWeight(
            "another data type",
            t -> t.setDataType(TensorProto.DataType.INT64_VALUE),
            "of INT64 needs 4608"),
        ofWeight("negative size", t -> t.setDims(0, -8), "[-8, 8, 3, 3], which are no sizes"),
        ofWeight(
            "sizes beyond all bounds", t -> t.setDims(0, Long.MAX_VALUE), "which are no sizes"),
        ofWeight("NaN", number(Float.NaN), "number 5 of " + WEIGHT + " is NaN"),
        ofWeight(
            "infinite", number(Float.NEGATIVE_INFINITY), "number 5 of " + WEIGHT + " is -Infinity"),
        Breakage.ofGraph(
            "tensor twice",
            g -> g.addInitializer(SoundFile.initializer(g, WEIGHT).build()),
            Check.LINT,
            WEIGHT + " is defined more than once"),
        Breakage.ofGraph(
            "unused tensor",
            g ->
                g.addInitializer(
                    SoundFile.initializer(g, WEIGHT).build().toBuilder().setName("spare")),
            Check.LINT,
            "nothing reads spare"),
        Breakage.ofNode(
            "groups that do not divide",
            "block.conv[0]",
            n -> BrokenStructure.attribute(n, "group").setI(3),
            Check.LINT,
            "3 groups do not divide the weight " + WEIGHT),
        Breakage.ofNode(
            "groups of other channels",
            "block.conv[0]",
            n -> BrokenStructure.attribute(n, "group").setI(2),
            Check.LINT,
            "reads 16 channels, but stem.relu has 8"),
        Breakage.ofNode(
            "kernel of another size",
            "block.conv[0]",
            n -> BrokenStructure.attribute(n, "kernel_shape").setInts(0, 5),
            Check.LINT,
            "kernel_shape is [5, 3], but the weight " + WEIGHT),
        Breakage.ofNode(
            "weights of others",
            "block.bn[0]",
            n -> n.setInput(1, "head.fc.bias"),
            Check.LINT,
            "block.bn[0]: head.fc.bias is [10] instead of [8]"),
        external(
            "file missing",
            t -> t.setExternalData(0, SoundFile.entry("location", "gone.bin")),
            "gone.bin, which is not beside the model"),
        external(
            "file too short",
            t -> t.setExternalData(1, SoundFile.entry("offset", "64")),
            "bytes 64 to 2368 of weights.bin, which ends at 2304"),
        external(
            "file outside",
            t -> t.setExternalData(0, SoundFile.entry("location", "../weights.bin")),
            "../weights.bin, outside of the model's folder"),
        external(
            "length of another size",
            t -> t.setExternalData(2, SoundFile.entry("length", "2300")),
            "2300 bytes in weights.bin"),
        external(
            "offset that is no number",
            t -> t.setExternalData(1, SoundFile.entry("offset", "ten")),
            "\"ten\" as the offset"),
        external("no location", TensorProto.Builder::clearExternalData, "in which file"));
  }

  private static Breakage ofWeight(String name, Consumer<TensorProto.Builder> change, String said) {
    return Breakage.ofGraph(
        "weight: " + name,
        graph -> change.accept(SoundFile.initializer(graph, WEIGHT)),
        Check.LINT,
        said);
  }

  private static Breakage external(String name, Consumer<TensorProto.Builder> change, String said) {
    return Breakage.of(
        SoundFile.EXTERNAL,
        "external data: " + name,
        model -> change.accept(SoundFile.initializer(model.getGraphBuilder(), WEIGHT)),
        Check.LINT,
        said);
  }

  private static Consumer<TensorProto.Builder> number(float number) {
    return tensor -> {
      byte[] bytes = tensor.getRawData().toByteArray();
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(5 * Float.BYTES, number);
      tensor.setRawData(ByteString.copyFrom(bytes));
    };
  }
}
