package sec.runtime.training;

import ai.djl.ndarray.NDArray;
import sec.runtime.pipeline.Batch;

/** The loss of classification: minus the logarithm of the probability given to the true class. */
final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * The mean over a batch.
   *
   * @param logits (N, classes), any finite numbers: the largest is taken off before exponentials
   * @param labels (N), 64-bit integers from 0
   * @return a number that can be differentiated, of no dimensions
   */
  static NDArray mean(NDArray logits, NDArray labels) {
    return logits.logSoftmax(1).gather(labels.expandDims(1), 1).mean().neg();
  }

  /** The mean over a batch; where images are mixed, each label counts by its share. */
  static NDArray mean(NDArray logits, Batch batch) {
    NDArray own = mean(logits, batch.labels());
    Batch.Mixture mixture = batch.mixture();
    return mixture == null
        ? own
        : own.mul(mixture.share()).add(mean(logits, mixture.labels()).mul(1 - mixture.share()));
  }
}
