package sec.runtime.training;

import java.util.List;

/**
 * Told of a training as it goes, on the training's own thread; all methods do nothing by default.
 */
public interface TrainingListener {

  /**
   * Before the first step.
   *
   * @param epochs how many there will be
   * @param imagesPerEpoch how many images each has
   */
  default void started(int epochs, int imagesPerEpoch) {}

  /**
   * After {@link #started}, when an earlier training is gone on with.
   *
   * @param step how many steps that one took
   * @param epochs the numbers of its whole epochs
   */
  default void resumed(long step, List<EpochMetrics> epochs) {}

  /**
   * After each step.
   *
   * @param epoch from 1
   * @param images how many of the epoch's images have been learnt from
   * @param train the epoch so far
   */
  default void stepDone(int epoch, long images, Evaluation train) {}

  /**
   * After each epoch's test, before {@link #epochDone}.
   *
   * @param network with the very values that were tested
   */
  default void tested(EpochMetrics metrics, Trainable network) {}

  /** After each epoch's test. */
  default void epochDone(EpochMetrics metrics) {}

  /** After the last step, or when the training was stopped, or failed. */
  default void ended() {}
}
