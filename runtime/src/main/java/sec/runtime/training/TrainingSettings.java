package sec.runtime.training;

import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.UpdateRule;

/**
 * How to train.
 *
 * @param epochs passes over the training images, at least 1
 * @param batchSize images per step, at least 1; an epoch's last batch may be smaller
 * @param seed decides the order of the images and what dropout drops
 * @param rule how weights follow gradients
 * @param schedule the learning rate of each step
 */
public record TrainingSettings(
    int epochs, int batchSize, long seed, UpdateRule rule, Schedule schedule) {

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
}
