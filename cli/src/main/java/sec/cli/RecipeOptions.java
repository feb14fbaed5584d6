package sec.cli;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.runtime.EnvironmentException;
import sec.runtime.data.ImageData;
import sec.runtime.training.Refinements;
import sec.runtime.training.TrainingSettings;

/**
 * How to train, on the command line. What is not given is the recipe of the SE-variations paper.
 */
final class RecipeOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "--batch", paramLabel = "N", description = "Images in a batch; 64 unless given.")
  private int batch = 64;

  @Mixin private OptimizerOptions optimizer = new OptimizerOptions();
  @Mixin private ScheduleOptions schedule = new ScheduleOptions();

  @Option(
      names = "--accumulate",
      paramLabel = "N",
      description = "Batches whose gradients make one step; 1 unless given.")
  private int accumulate = 1;

  @Option(
      names = "--clip-norm",
      paramLabel = "X",
      description = "Largest norm of all gradients together; any unless given.")
  private @Nullable Double clipNorm;

  @Option(
      names = "--ema",
      paramLabel = "X",
      description = {
        "Moving average of the weights, of which X stays at each step, such as 0.999:",
        "it is what is tested and kept."
      })
  private double average;

  @Option(
      names = "--label-smoothing",
      paramLabel = "X",
      description = "Part of each label that is spread over all classes; 0 unless given.")
  private double smoothing;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides initial weights, order of images and dropout; 0 unless given.")
  private long seed;

  @Mixin private DeviceOptions where = new DeviceOptions();

  /** The settings; each wrong number is a usage error. */
  TrainingSettings settings(int epochs) {
    where.check();
    try {
      if (clipNorm != null && clipNorm == 0) {
        throw new IllegalArgumentException("--clip-norm is above 0; leave it out for any norm");
      }
      Refinements refinements =
          new Refinements(
              accumulate,
              clipNorm == null ? 0 : clipNorm,
              average,
              smoothing,
              optimizer.sparesVectors());
      if (epochs < 1) {
        throw new IllegalArgumentException("at least 1 epoch, not " + epochs);
      }
      return new TrainingSettings(
          epochs,
          batch,
          seed,
          optimizer.rule(),
          schedule.schedule(rate(), optimizer.decay(), epochs),
          refinements);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "Cannot train so: " + e.getMessage());
    }
  }

  private double rate() {
    return schedule.learningRate(optimizer.learningRate());
  }

  /** The device; the tensor library is loaded here, with the threads asked for. */
  Device device() throws EnvironmentException {
    return where.device();
  }

  /** The settings for a report. */
  Map<String, String> shown(ImageData data, int epochs) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("Training images", String.format(Locale.ROOT, "%,d", data.train().size()));
    shown.put("Test images", String.format(Locale.ROOT, "%,d", data.test().size()));
    shown.put("Epochs", Integer.toString(epochs));
    shown.put("Batch", Integer.toString(batch));
    shown.put("Optimizer", optimizer.name());
    shown.put("Learning rate", plain(rate()));
    shown.putAll(schedule.shown(optimizer.decay()));
    shown.put("Seed", Long.toString(seed));
    return shown;
  }

  static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
