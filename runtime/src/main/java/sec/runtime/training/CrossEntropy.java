package sec.runtime.training;

import ai.djl.ndarray.NDArray;

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
}
