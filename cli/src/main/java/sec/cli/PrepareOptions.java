package sec.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.ir.Network;
import sec.compiler.operators.Shape;
import sec.runtime.data.ImageData;
import sec.runtime.pipeline.InputPipeline;
import sec.runtime.pipeline.TransformList;

/** How images that a network is asked about become its input, on the command line. */
final class PrepareOptions {
  private static final int MOST_WORKERS = 256;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--prepare",
      paramLabel = "LIST",
      description =
          "Transforms of test images: 'resize(256) centre-crop(224)'. Images of many sizes are"
              + " scaled and cropped to the net's input unless a list brings them to one size."
              + " eval and predict follow the training unless it is given.")
  private @Nullable String preparation;

  private TransformList usual = TransformList.NONE;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Threads that prepare images, up to 256; one per core, at most eight, unless given. The"
              + " images are the same with any number.")
  private @Nullable Integer workers;

  /** Finds mistakes before anything slow begins. */
  void check() {
    List<String> drawing = list().drawing();
    if (!drawing.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--prepare: %s draws by chance, and test images are the same each time; it goes with --augment"
              .formatted(drawing.getFirst()));
    }
    if (workers != null && (workers < 1 || workers > MOST_WORKERS)) {
      throw new ParameterException(
          spec.commandLine(), "--workers is from 1 to " + MOST_WORKERS + ", not " + workers);
    }
  }

  /** As the option says, or as what is prepared for was used to. */
  TransformList list() {
    return preparation == null ? usual : parsed(spec, "--prepare", preparation);
  }

  /** Takes from weights how their images were prepared, for where the option is not given. */
  void follow(TrainedWeights trained) throws InputException {
    usual = trained.preparation();
  }

  static TransformList parsed(CommandSpec spec, String option, @Nullable String text) {
    try {
      return text == null ? TransformList.NONE : TransformList.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage());
    }
  }

  /** The size of what networks are given; null if the network has to say. */
  @Nullable Shape shape(ImageData data) {
    return InputPipeline.shape(data, list());
  }

  /** The pipeline for a network that learns nothing: training images come as test images do. */
  InputPipeline pipeline(ImageData data, Network network) throws InputException {
    try {
      InputPipeline input = InputPipeline.of(data, list(), list(), network.input(), workers());
      requireFit(network, data, input);
      return input;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--prepare does not fit: " + e.getMessage());
    }
  }

  static void requireFit(Network network, ImageData data, InputPipeline input)
      throws InputException {
    if (!network.input().equals(input.shape())) {
      throw new InputException(
          "%s takes %s, but the images of %s are %s; set input=%s, or scale them with --prepare (and --augment, in training)"
              .formatted(
                  network.name(), network.input(), data.name(), input.shape(), input.shape()));
    }
  }

  int workers() {
    return workers == null ? InputPipeline.usualWorkers() : workers;
  }
}
