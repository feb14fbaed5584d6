package sec.runtime.training;

import java.util.List;

/**
 * What came of a training.
 *
 * @param epochs the numbers of each whole epoch, in order
 * @param steps how many steps were taken
 * @param seconds from start to end, tests included
 * @param stopped whether it ended early because it was asked to
 */
public record TrainingResult(
    List<EpochMetrics> epochs, long steps, double seconds, boolean stopped) {

  /** Keeps a copy. */
  public TrainingResult {
    epochs = List.copyOf(epochs);
  }
}
