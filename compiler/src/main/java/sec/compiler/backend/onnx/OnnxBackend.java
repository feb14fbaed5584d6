package sec.compiler.backend.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import sec.compiler.Version;
import sec.compiler.inference.Model;
import sec.compiler.io.AtomicFile;
import sec.compiler.ir.Network;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.OperatorSetIdProto;
import sec.compiler.weights.Weights;

/**
 * From a network and its weights to an ONNX model for inference: a flat graph, in which every node
 * and value has the path that it has in the network, and every initializer its name in weight
 * files. Input {@link #INPUT} and output {@link #OUTPUT} are of type float, {@code [batch, C, H,
 * W]} or {@code [batch, C]}, the batch of any size, unless {@link OnnxOptions} say otherwise.
 * Source: the public specification, IR 8 and operator set 17.
 */
public final class OnnxBackend {
  /** Name of the value that comes in. */
  public static final String INPUT = "input";

  /** Name of the value that goes out. */
  public static final String OUTPUT = "logits";

  /** Name of the value that goes out behind a softmax. */
  public static final String PROBABILITIES = "probabilities";

  /** Name of the first dimension of every value. */
  public static final String BATCH = "batch";

  /** The key in the model's metadata under which the network's name stands. */
  public static final String NET = "net";

  private static final int IR_VERSION = 8;
  static final OperatorSetIdProto OPERATOR_SET =
      OperatorSetIdProto.newBuilder().setDomain("").setVersion(17).build();
  private static final String PRODUCER = "sec";

  private OnnxBackend() {}

  /**
   * The plain model of {@code network} with {@code weights}.
   *
   * @throws ModelTooLargeException if it would not fit into one file
   * @throws IllegalArgumentException if a tensor is missing or of another shape; {@link
   *     Weights#forNetwork} finds all of them
   */
  public static ModelProto model(Network network, Weights weights) throws ModelTooLargeException {
    return model(network, weights, OnnxOptions.plain()).whole();
  }

  /**
   * The model of {@code network} with {@code weights}, which are asked for when it is written.
   *
   * @throws UnrepresentableException if a number of the network is beyond the precision
   */
  public static OnnxModel model(Network network, Weights weights, OnnxOptions options) {
    OnnxGraph graph = Lowering.graph(network, weights, options);
    GraphProto flat = graph.build();
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .addOpsetImport(OPERATOR_SET)
            .setProducerName(PRODUCER)
            .setProducerVersion(Version.current())
            .addAllMetadataProps(Metadata.of(network, options));
    if (!network.doc().isEmpty()) {
      model.setDocString(network.doc());
    }
    if (options.functions()) {
      FunctionExtraction.of(network, flat, graph.origins()).into(model);
    } else {
      model.setGraph(flat);
    }
    return new OnnxModel(model.build(), graph.tensors(), options.externalData());
  }

  /**
   * Replaces {@code file}, and perhaps one beside it.
   *
   * @return what was written
   * @throws UnrepresentableException if a number is beyond the precision; nothing is then written
   */
  public static List<Path> write(Path file, Model model, OnnxOptions options) throws IOException {
    return model(model.network(), model.weights(), options).write(file);
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
}
