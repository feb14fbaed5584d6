package sec.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.ir.Network;
import sec.compiler.operators.Shape;
import sec.runtime.data.ImageData;
import sec.runtime.pipeline.InputPipeline;
import sec.runtime.pipeline.TransformList;

/** How images become a network's input, in training too, on the command line. */
final class AugmentOptions {
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

  @Mixin private PrepareOptions prepare = new PrepareOptions();

  /** Finds mistakes before anything slow begins. */
  void check() {
    augmentation();
    prepare.check();
  }

  private TransformList augmentation() {
    return PrepareOptions.parsed(spec, "--augment", augmentation);
  }

  /** The size of what networks are given; null if the network has to say. */
  @Nullable Shape shape(ImageData data) {
    Shape tested = InputPipeline.shape(data, prepare.list());
    return tested != null ? tested : InputPipeline.shape(data, augmentation());
  }

  /** The pipeline for a network. */
  InputPipeline pipeline(ImageData data, Network network) throws InputException {
    try {
      InputPipeline input =
          InputPipeline.of(
              data, augmentation(), prepare.list(), network.input(), prepare.workers());
      PrepareOptions.requireFit(network, data, input);
      return input;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--augment and --prepare do not fit: " + e.getMessage());
    }
  }

  /** What training images go through, for a report; empty for nothing. */
  String shown() {
    return augmentation().toString();
  }
}
