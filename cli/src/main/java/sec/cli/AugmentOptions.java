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

/** How images become a network's input, on the command line. */
final class AugmentOptions {
  private static final int MOST_WORKERS = 256;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--augment",
      paramLabel = "LIST",
      description =
          "Transforms of training images: 'pad-crop(4) flip'; none unless given. sec help"
              + " transforms tells of each.")
  private @Nullable String augmentation;

  @Option(
      names = "--prepare",
      paramLabel = "LIST",
      description =
          "Transforms of test images: 'resize(256) centre-crop(224)'. Images of many sizes are"
              + " scaled and cropped to the net's input unless a list brings them to one size.")
  private @Nullable String preparation;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Threads that prepare images, up to 256; one per core, at most eight, unless given. The"
              + " images are the same with any number.")
  private @Nullable Integer workers;

  /** Finds mistakes before anything slow begins. */
  void check() {
    augmentation();
    List<String> drawing = preparation().drawing();
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

  private TransformList augmentation() {
    return list("--augment", augmentation);
  }

  private TransformList preparation() {
    return list("--prepare", preparation);
  }

  private TransformList list(String option, @Nullable String text) {
    try {
      return text == null ? TransformList.NONE : TransformList.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage());
    }
  }

  /** The size of what networks are given; null if the network has to say. */
  @Nullable Shape shape(ImageData data) {
    Shape tested = InputPipeline.shape(data, preparation());
    return tested != null ? tested : InputPipeline.shape(data, augmentation());
  }

  /** The pipeline for a network. */
  InputPipeline pipeline(ImageData data, Network network) throws InputException {
    InputPipeline input = pipeline(data, network.input());
    if (!network.input().equals(input.shape())) {
      throw new InputException(
          "%s takes %s, but the images of %s are %s; set input=%s, or scale them with --augment and --prepare"
              .formatted(
                  network.name(), network.input(), data.name(), input.shape(), input.shape()));
    }
    return input;
  }

  private InputPipeline pipeline(ImageData data, Shape input) {
    int threads = workers == null ? InputPipeline.usualWorkers() : workers;
    try {
      return InputPipeline.of(data, augmentation(), preparation(), input, threads);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--augment and --prepare do not fit: " + e.getMessage());
    }
  }

  /** The lists, for a report; empty for none. */
  String shown() {
    return augmentation().toString();
  }
}
