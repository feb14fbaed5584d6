package sec.compiler.backend.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import sec.compiler.Version;
import sec.compiler.io.AtomicFile;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.OperatorSetIdProto;
import sec.compiler.onnx.StringStringEntryProto;
import sec.compiler.weights.Weights;

/**
 * From a network and its weights to an ONNX model for inference: a flat graph, in which every node
 * and value has the path that it has in the network, and every initializer its name in weight
 * files. Input {@link #INPUT} and output {@link #OUTPUT} are of type float, {@code [batch, C, H,
 * W]} or {@code [batch, C]}, the batch of any size. Source: the public specification, IR 8 and
 * operator set 17.
 */
public final class OnnxBackend {
  /** Name of the value that comes in. */
  public static final String INPUT = "input";

  /** Name of the value that goes out. */
  public static final String OUTPUT = "logits";

  /** Name of the first dimension of every value. */
  public static final String BATCH = "batch";

  /** The key in the model's metadata under which the network's name stands. */
  public static final String NET = "net";

  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 17;
  private static final String PRODUCER = "sec";

  /** More than the text of a node or an initializer ever takes. */
  private static final long BYTES_AROUND = 1024;

  private OnnxBackend() {}

  /**
   * The model of {@code network} with {@code weights}.
   *
   * @throws ModelTooLargeException if it would not fit into one file
   * @throws IllegalArgumentException if a tensor is missing or of another shape; {@link
   *     Weights#forNetwork} finds all of them
   */
  public static ModelProto model(Network network, Weights weights) throws ModelTooLargeException {
    requireSize(network);
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
            .setProducerName(PRODUCER)
            .setProducerVersion(Version.current())
            .addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(NET).setValue(network.name()))
            .setGraph(Lowering.graph(network, weights));
    if (!network.doc().isEmpty()) {
      model.setDocString(network.doc());
    }
    return model.build();
  }

  /** Replaces {@code file} by {@code model}. */
  public static void write(Path file, ModelProto model) throws IOException {
    AtomicFile.write(
        file,
        channel -> {
          OutputStream stream = Channels.newOutputStream(channel);
          model.writeTo(stream);
          stream.flush();
        });
  }

  /**
   * Asked before anything is built, weights included: protobuf itself fails late and without saying
   * why.
   *
   * @throws ModelTooLargeException if the model of {@code network} would not fit into one file
   */
  public static void requireSize(Network network) throws ModelTooLargeException {
    long bytes = (network.nodes().size() + network.parameters().size()) * BYTES_AROUND;
    for (Parameter parameter : network.parameters()) {
      bytes = Math.addExact(bytes, Math.multiplyExact(parameter.shape().size(), Float.BYTES));
    }
    if (bytes > Integer.MAX_VALUE) {
      throw new ModelTooLargeException(network.name(), bytes);
    }
  }
}
