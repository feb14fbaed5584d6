package sec.runtime.training;

import ai.djl.ndarray.NDArray;
import sec.runtime.Scalars;
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
    return mean(logits, labels, 0);
  }

  /**
   * The mean over a batch with smoothed labels (Szegedy et al. 2016), as {@code
   * torch.nn.CrossEntropyLoss} has them.
   *
   * @param smoothing the part of each label, from 0 up to 1, that is spread over all classes
   * @see #mean(NDArray, NDArray)
   */
  static NDArray mean(NDArray logits, NDArray labels, double smoothing) {
    NDArray logarithms = logits.logSoftmax(1);
    NDArray mean = logarithms.gather(labels.expandDims(1), 1).mean().neg();
    return smoothing == 0
        ? mean
        : Scalars.times(mean, 1 - smoothing).sub(Scalars.times(logarithms.mean(), smoothing));
  }

  /** The same over a batch; where images are mixed, each label counts by its share. */
  static NDArray mean(NDArray logits, Batch batch, double smoothing) {
    NDArray own = mean(logits, batch.labels(), smoothing);
    Batch.Mixture mixture = batch.mixture();
    if (mixture == null) {
      return own;
    }
    NDArray other = mean(logits, mixture.labels(), smoothing);
    return Scalars.times(own, mixture.share()).add(Scalars.times(other, 1 - mixture.share()));
  }
}
