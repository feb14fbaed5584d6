package sec.runtime.optimizers;

/** The learning rate as a pure function of the step, so that a run can be resumed anywhere. */
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

  /**
   * {@code initial * factor^epoch}, with the epoch from 0.
   *
   * @param initial the first epoch's rate, above 0
   * @param factor what each further epoch multiplies it by, above 0
   * @throws IllegalArgumentException if a number is out of range
   */
  static Schedule decayEachEpoch(double initial, double factor) {
    if (!(initial > 0) || Double.isInfinite(initial)) {
      throw new IllegalArgumentException(
          "the learning rate is a finite number above 0, not " + initial);
    }
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException(
          "the decay, a factor each epoch, is a finite number above 0, not " + factor);
    }
    return (step, stepsPerEpoch) ->
        initial * Math.pow(factor, (double) Math.floorDiv(step, stepsPerEpoch));
  }
}
