package sec.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sec.runtime.optimizers.Schedule;

/** The learning rate of each step, on the command line. */
final class ScheduleOptions {
  private static final double USUAL_DROP = 0.1;
  private static final double USUAL_BEGIN = 0.01;

  private enum Name {
    EXPONENTIAL("exponential"),
    STEPS("steps"),
    COSINE("cosine"),
    ONE_CYCLE("one-cycle"),
    POLYNOMIAL("polynomial");

    private final String typed;

    Name(String typed) {
      this.typed = typed;
    }

    /** As users type it. */
    @Override
    public String toString() {
      return typed;
    }
  }

  @Option(
      names = "--lr",
      paramLabel = "X",
      description = {
        "Learning rate of the first epoch, or of one-cycle's peak;",
        "1 for adadelta, 0.05 for sgd, 0.01 for rmsprop, 0.001 for adam and adamw unless given."
      })
  private @Nullable Double learningRate;

  @Option(
      names = "--schedule",
      paramLabel = "exponential|steps|cosine|one-cycle|polynomial",
      description = "How the learning rate changes; exponential unless given.")
  private Name name = Name.EXPONENTIAL;

  @Option(
      names = "--decay",
      paramLabel = "X",
      description = {
        "exponential: factor on the learning rate after each epoch; 0.7 for adadelta, 1 (none)",
        "for the others unless given.",
        "steps: factor at each milestone; 0.1 unless given."
      })
  private @Nullable Double decay;

  @Option(
      names = "--milestones",
      paramLabel = "N,...",
      split = ",",
      description = "steps: how many epochs come before each drop: 30,60,80.")
  private List<Integer> milestones = List.of();

  @Option(
      names = "--final-lr",
      paramLabel = "X",
      description = "cosine: what the learning rate falls to; 0 unless given.")
  private @Nullable Double last;

  @Option(
      names = "--rise",
      paramLabel = "X",
      description = "one-cycle: share of the steps before the peak; 0.3 unless given.")
  private @Nullable Double rise;

  @Option(
      names = "--power",
      paramLabel = "X",
      description = "polynomial: power of the share that is left; 1 unless given.")
  private @Nullable Double power;

  @Option(
      names = "--warmup",
      paramLabel = "EPOCHS",
      description = "Before it all, epochs (or parts of one) in which the learning rate rises.")
  private double warmUp;

  @Option(
      names = "--warmup-from",
      paramLabel = "X",
      description =
          "The part of the learning rate that the warm-up begins with; 0.01 unless given.")
  private @Nullable Double warmUpFrom;

  /** The rate that is given, or the usual one. */
  double learningRate(double usual) {
    return learningRate == null ? usual : learningRate;
  }

  /** The schedule for a report, by name. */
  Map<String, String> shown(double usualDecay) {
    if (name != Name.EXPONENTIAL) {
      return Map.of("Schedule", name.toString());
    }
    double factor = decay(usualDecay);
    return factor == 1 ? Map.of() : Map.of("Each epoch times", RecipeOptions.plain(factor));
  }

  /**
   * The schedule of a training.
   *
   * @param rate the learning rate
   * @param usualDecay the optimizer's usual factor after each epoch
   * @param epochs of the whole training, the warm-up among them
   * @throws IllegalArgumentException if a number is out of range, or an option is of no use
   */
  Schedule schedule(double rate, double usualDecay, int epochs) {
    only("--decay", decay != null, EnumSet.of(Name.EXPONENTIAL, Name.STEPS));
    only("--milestones", !milestones.isEmpty(), EnumSet.of(Name.STEPS));
    only("--final-lr", last != null, EnumSet.of(Name.COSINE));
    only("--rise", rise != null, EnumSet.of(Name.ONE_CYCLE));
    only("--power", power != null, EnumSet.of(Name.POLYNOMIAL));
    if (warmUpFrom != null && warmUp == 0) {
      throw new IllegalArgumentException("--warmup-from needs a --warmup above 0");
    }
    if (warmUp < 0 || (warmUp > 0 && warmUp >= epochs)) {
      throw new IllegalArgumentException(
          "--warmup is from 0 up to, not including, the %d epochs of the training, not %s"
              .formatted(epochs, RecipeOptions.plain(warmUp)));
    }
    Schedule then = then(rate, usualDecay, epochs);
    return warmUp == 0
        ? then
        : new Schedule.WarmUp(warmUp, warmUpFrom == null ? USUAL_BEGIN : warmUpFrom, then);
  }

  private Schedule then(double rate, double usualDecay, int whole) {
    double epochs = whole - warmUp;
    return switch (name) {
      case EXPONENTIAL -> Schedule.decayEachEpoch(rate, decay(usualDecay));
      case STEPS -> steps(rate, whole);
      case COSINE -> new Schedule.Cosine(rate, last == null ? 0 : last, epochs);
      case ONE_CYCLE -> {
        Schedule.OneCycle usual = new Schedule.OneCycle(rate, epochs);
        yield new Schedule.OneCycle(
            rate, rise == null ? usual.rise() : rise, usual.divide(), usual.divideAtEnd(), epochs);
      }
      case POLYNOMIAL -> new Schedule.Polynomial(rate, power == null ? 1 : power, epochs);
    };
  }

  /** Milestones are counted from the training's begin; the schedule begins after the warm-up. */
  private Schedule steps(double rate, int epochs) {
    if (milestones.isEmpty()) {
      throw new IllegalArgumentException("--schedule steps needs --milestones, such as 30,60,80");
    }
    if (milestones.getLast() >= epochs) {
      throw new IllegalArgumentException(
          "the milestone %d never comes in %d epochs".formatted(milestones.getLast(), epochs));
    }
    if (warmUp != Math.rint(warmUp)) {
      throw new IllegalArgumentException("--schedule steps needs a --warmup of whole epochs");
    }
    List<Integer> left = milestones.stream().map(epoch -> epoch - (int) warmUp).toList();
    if (warmUp > 0 && left.getFirst() < 1) {
      throw new IllegalArgumentException("the first of --milestones comes after the --warmup");
    }
    return new Schedule.Steps(rate, left, decay(USUAL_DROP));
  }

  private double decay(double usual) {
    return decay != null ? decay : usual;
  }

  private void only(String option, boolean given, Set<Name> names) {
    if (given && !names.contains(name)) {
      throw new IllegalArgumentException(
          "the schedule %s has no %s; it goes with --schedule %s"
              .formatted(
                  name,
                  option,
                  names.stream().map(Name::toString).collect(Collectors.joining(", "))));
    }
  }
}
