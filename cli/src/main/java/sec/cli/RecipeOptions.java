package sec.cli;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.runtime.EnvironmentException;
import sec.runtime.data.ImageData;
import sec.runtime.optimizers.Adadelta;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.Sgd;
import sec.runtime.optimizers.UpdateRule;
import sec.runtime.training.Devices;
import sec.runtime.training.TrainingSettings;

/**
 * How to train, on the command line. What is not given is the recipe of the SE-variations paper.
 */
final class RecipeOptions {
  private static final double PAPER_DECAY = 0.7;

  /** More slow any machine down; ten thousand, and the first step never ends. */
  private static final int MOST_THREADS = 1024;

  private enum OptimizerName {
    ADADELTA,
    SGD;

    /** As users type it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "--batch", paramLabel = "N", description = "Images per step; 64 unless given.")
  private int batch = 64;

  @Option(
      names = "--optimizer",
      paramLabel = "adadelta|sgd",
      description = "With PyTorch's semantics; adadelta unless given.")
  private OptimizerName optimizer = OptimizerName.ADADELTA;

  @Option(
      names = "--lr",
      paramLabel = "X",
      description = "Learning rate of the first epoch; 1 for adadelta, 0.05 for sgd unless given.")
  private @Nullable Double learningRate;

  @Option(
      names = "--decay",
      paramLabel = "X",
      description = "Factor on the learning rate after each epoch; 0.7 unless given, 1 for none.")
  private double decay = PAPER_DECAY;

  @Option(names = "--momentum", paramLabel = "X", description = "sgd: momentum; 0.9 unless given.")
  private @Nullable Double momentum;

  @Option(names = "--nesterov", description = "sgd: Nesterov's momentum.")
  private boolean nesterov;

  @Option(
      names = "--weight-decay",
      paramLabel = "X",
      description = "L2 penalty, added to gradients; 0 unless given.")
  private double weightDecay;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides initial weights, order of images and dropout; 0 unless given.")
  private long seed;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu|gpu:N",
      description = "Where to train; auto takes a GPU where there is one.")
  private String device = "auto";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the tensor library; one per core unless given.")
  private @Nullable Integer threads;

  /** The settings; each wrong number is a usage error. */
  TrainingSettings settings(int epochs) {
    if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
      throw new ParameterException(
          spec.commandLine(), "--threads is from 1 to " + MOST_THREADS + ", not " + threads);
    }
    try {
      Schedule schedule = Schedule.decayEachEpoch(rate(), decay);
      return new TrainingSettings(epochs, batch, seed, rule(), schedule);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "Cannot train so: " + e.getMessage());
    }
  }

  private double rate() {
    return learningRate != null ? learningRate : optimizer == OptimizerName.SGD ? 0.05 : 1;
  }

  private UpdateRule rule() {
    return switch (optimizer) {
      case ADADELTA -> {
        if (momentum != null || nesterov) {
          throw new IllegalArgumentException(
              "adadelta has no momentum; --momentum and --nesterov go with --optimizer sgd");
        }
        Adadelta standard = new Adadelta();
        yield new Adadelta(standard.rho(), standard.eps(), weightDecay);
      }
      case SGD -> new Sgd(momentum == null ? 0.9 : momentum, weightDecay, nesterov);
    };
  }

  /** The device; the tensor library is loaded here, with the threads asked for. */
  Device device() throws EnvironmentException {
    if (threads != null) {
      System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    }
    try {
      return Devices.parse(device);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--device: " + e.getMessage());
    }
  }

  /** The settings for a report. */
  Map<String, String> shown(ImageData data, int epochs) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("Training images", String.format(Locale.ROOT, "%,d", data.train().size()));
    shown.put("Test images", String.format(Locale.ROOT, "%,d", data.test().size()));
    shown.put("Epochs", Integer.toString(epochs));
    shown.put("Batch", Integer.toString(batch));
    shown.put("Optimizer", optimizer.toString());
    shown.put("Learning rate", plain(rate()));
    if (decay != 1) {
      shown.put("Each epoch times", plain(decay));
    }
    shown.put("Seed", Long.toString(seed));
    return shown;
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
