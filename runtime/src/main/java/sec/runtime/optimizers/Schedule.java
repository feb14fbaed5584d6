package sec.runtime.optimizers;

import java.util.List;

/**
 * The learning rate as a pure function of the step, so that a run can be resumed anywhere. All of
 * them are PyTorch's; what PyTorch counts in steps of its scheduler is counted in epochs where
 * epochs are what people think in.
 */
@FunctionalInterface
public interface Schedule {

  /**
   * The learning rate of a step.
   *
   * @param step how many steps came before it, over all epochs
   * @param stepsPerEpoch how many steps an epoch has, at least 1
   */
  double learningRate(long step, long stepsPerEpoch);

  /** The same rate at every step. */
  static Schedule constant(double learningRate) {
    return decayEachEpoch(learningRate, 1);
  }

  /** {@link Exponential}. */
  static Schedule decayEachEpoch(double initial, double factor) {
    return new Exponential(initial, factor);
  }

  /**
   * {@code initial * factor^epoch}, with the epoch from 0 ({@code ExponentialLR}).
   *
   * @param initial the first epoch's rate, above 0
   * @param factor what each further epoch multiplies it by, above 0
   */
  record Exponential(double initial, double factor) implements Schedule {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Exponential {
      Settings.aboveZero("the learning rate", initial);
      Settings.aboveZero("the decay, a factor each epoch,", factor);
    }

    @Override
    public double learningRate(long step, long stepsPerEpoch) {
      return initial * StrictMath.pow(factor, (double) Math.floorDiv(step, stepsPerEpoch));
    }
  }

  /**
   * Times a factor at the begin of some epochs ({@code MultiStepLR}).
   *
   * @param initial the first epoch's rate, above 0
   * @param milestones how many epochs come before each drop, in ascending order, at least 1
   * @param factor what each drop multiplies the rate by, above 0
   */
  record Steps(double initial, List<Integer> milestones, double factor) implements Schedule {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Steps {
      Settings.aboveZero("the learning rate", initial);
      Settings.aboveZero("the factor of each drop", factor);
      milestones = List.copyOf(milestones);
      int last = 0;
      for (int milestone : milestones) {
        if (milestone <= last) {
          throw new IllegalArgumentException(
              "milestones are epochs in ascending order, from 1, not " + milestones);
        }
        last = milestone;
      }
    }

    @Override
    public double learningRate(long step, long stepsPerEpoch) {
      long epoch = Math.floorDiv(step, stepsPerEpoch);
      long drops = milestones.stream().filter(milestone -> milestone <= epoch).count();
      return initial * StrictMath.pow(factor, (double) drops);
    }
  }

  /**
   * Half a cosine from the first rate to the last, step by step ({@code CosineAnnealingLR}).
   *
   * @param initial the first step's rate, above 0
   * @param last what it comes to after the last step, at least 0
   * @param epochs how long it takes, above 0
   */
  record Cosine(double initial, double last, double epochs) implements Schedule {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Cosine {
      Settings.aboveZero("the learning rate", initial);
      Settings.notNegative("the last learning rate", last);
      Settings.aboveZero("the length of the cosine in epochs", epochs);
    }

    @Override
    public double learningRate(long step, long stepsPerEpoch) {
      return between(initial, last, share(step, steps(epochs, stepsPerEpoch)));
    }

    /** The rate when a share of the way from one to another is done. */
    static double between(double from, double to, double share) {
      return to + (from - to) * (1 + StrictMath.cos(StrictMath.PI * share)) / 2;
    }
  }

  /**
   * Polynomial decay to 0, step by step ({@code PolynomialLR}).
   *
   * @param initial the first step's rate, above 0
   * @param power of the share of steps that is left, above 0; 1 is a straight line
   * @param epochs how long it takes, above 0
   */
  record Polynomial(double initial, double power, double epochs) implements Schedule {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Polynomial {
      Settings.aboveZero("the learning rate", initial);
      Settings.aboveZero("the power", power);
      Settings.aboveZero("the length of the decay in epochs", epochs);
    }

    @Override
    public double learningRate(long step, long stepsPerEpoch) {
      return initial * StrictMath.pow(1 - share(step, steps(epochs, stepsPerEpoch)), power);
    }
  }

  /**
   * Up to a peak and down again, along half cosines (Smith 2018; {@code OneCycleLR} with {@code
   * cycle_momentum=False}).
   *
   * @param peak the highest rate, above 0
   * @param rise share of the steps that it rises, above 0 and below 1
   * @param divide the peak over the first rate, above 0
   * @param divideAtEnd the first rate over the last, above 0
   * @param epochs how long it takes, above 0
   */
  record OneCycle(double peak, double rise, double divide, double divideAtEnd, double epochs)
      implements Schedule {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public OneCycle {
      Settings.aboveZero("the learning rate", peak);
      if (!(rise > 0 && rise < 1)) {
        throw new IllegalArgumentException(
            "the share of the steps in which one-cycle rises is between 0 and 1, not " + rise);
      }
      Settings.aboveZero("the peak over the first rate", divide);
      Settings.aboveZero("the first rate over the last", divideAtEnd);
      Settings.aboveZero("the length of the cycle in epochs", epochs);
    }

    /**
     * PyTorch's usual settings: it rises for 0.3 of the steps, from peak/25, and ends at 1e-4 of
     * that.
     */
    public OneCycle(double peak, double epochs) {
      this(peak, 0.3, 25, 1e4, epochs);
    }

    @Override
    public double learningRate(long step, long stepsPerEpoch) {
      double first = peak / divide;
      double last = steps(epochs, stepsPerEpoch) - 1.0;
      double top = rise * (last + 1) - 1;
      if (top > 0 && step <= top) {
        return Cosine.between(first, peak, step / top);
      }
      // Of a cycle of a step or two the rise may be over before it begins.
      double begin = Math.max(0, top);
      double share = last <= begin ? 1 : Math.min(1, (step - begin) / (last - begin));
      return Cosine.between(peak, first / divideAtEnd, share);
    }
  }

  /**
   * A straight line from a part of another schedule's first rate up to it, and then that schedule
   * from its begin ({@code SequentialLR} of {@code LinearLR} and another).
   *
   * @param epochs how long the line is, at least 0
   * @param from which part of the first rate it begins with, above 0, at most 1
   * @param then what comes after it
   */
  record WarmUp(double epochs, double from, Schedule then) implements Schedule {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public WarmUp {
      Settings.notNegative("the warm-up in epochs", epochs);
      if (!(from > 0 && from <= 1)) {
        throw new IllegalArgumentException(
            "the warm-up begins with a part of the learning rate, above 0 and at most 1, not "
                + from);
      }
    }

    @Override
    public double learningRate(long step, long stepsPerEpoch) {
      long length = steps(epochs, stepsPerEpoch);
      return step >= length
          ? then.learningRate(step - length, stepsPerEpoch)
          : then.learningRate(0, stepsPerEpoch) * (from + (1 - from) * share(step, length));
    }
  }

  private static double share(long step, long length) {
    return length == 0 ? 1 : Math.min(1, (double) step / length);
  }

  /** Epochs as steps: as many whole ones as come closest. */
  private static long steps(double epochs, long stepsPerEpoch) {
    return Math.round(epochs * stepsPerEpoch);
  }
}
