package sec.runtime.training;

import java.util.List;
import sec.runtime.optimizers.ParameterGroup;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.UpdateRule;

/**
 * How to train.
 *
 * @param epochs passes over the training images, at least 1
 * @param batchSize images in a batch, at least 1; an epoch's last batch may be smaller
 * @param seed decides the order of the images and what dropout drops
 * @param rule how weights follow gradients
 * @param schedule the learning rate of each step
 * @param refinements what else there is to it
 */
public record TrainingSettings(
    int epochs,
    int batchSize,
    long seed,
    UpdateRule rule,
    Schedule schedule,
    Refinements refinements) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public TrainingSettings {
    if (epochs < 1) {
      throw new IllegalArgumentException("at least 1 epoch, not " + epochs);
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("at least 1 image in a batch, not " + batchSize);
    }
  }

  /** A training without refinements. */
  public TrainingSettings(
      int epochs, int batchSize, long seed, UpdateRule rule, Schedule schedule) {
    this(epochs, batchSize, seed, rule, schedule, Refinements.NONE);
  }

  /** Which parameters follow which rule. */
  List<ParameterGroup> groups() {
    return refinements.sparesVectors()
        ? ParameterGroup.withoutDecayOfVectors(rule)
        : ParameterGroup.all(rule);
  }

  /** Images in a step. */
  long imagesPerStep() {
    return (long) batchSize * refinements.accumulate();
  }
}
