package sec.runtime.training;

import sec.runtime.LogSumExp;
import sec.runtime.pipeline.Batch;

/**
 * What a network's logits are worth over the images counted so far. It is computed from the logits
 * on the host in double precision, the same for training and test images.
 */
final class Score {
  private static final int TOP = 5;

  /**
   * What has been counted, of which the means are made.
   *
   * @param images how many
   * @param loss sum of their losses
   * @param first how many of them had their class first
   * @param amongFive how many among the first five
   */
  public record Sums(long images, double loss, double first, double amongFive) {
    static final Sums NONE = new Sums(0, 0, 0, 0);
  }

  private long images;
  private double lossSum;
  private double first;
  private double amongFive;

  /** Nothing counted yet. */
  Score() {
    this(Sums.NONE);
  }

  /** Goes on where another one stood. */
  Score(Sums sums) {
    images = sums.images();
    lossSum = sums.loss();
    first = sums.first();
    amongFive = sums.amongFive();
  }

  /** For another one to go on from. */
  Sums sums() {
    return new Sums(images, lossSum, first, amongFive);
  }

  /**
   * Counts a batch; where images are mixed, each label counts by its share.
   *
   * @param logits N times as many as there are classes, image by image
   * @return the batch's mean loss; not finite when a logit is not
   */
  double add(float[] logits, Batch batch) {
    Batch.Mixture mixture = batch.mixture();
    if (mixture == null) {
      return add(logits, batch.labelValues());
    }
    images += batch.labelValues().length;
    return add(logits, batch.labelValues(), mixture.share())
        + add(logits, mixture.labelValues(), 1 - mixture.share());
  }

  /**
   * Counts a batch.
   *
   * @param logits N times as many as there are classes, image by image
   * @param labels the true classes
   * @return the batch's mean loss; not finite when a logit is not
   */
  double add(float[] logits, int[] labels) {
    images += labels.length;
    return add(logits, labels, 1);
  }

  private double add(float[] logits, int[] labels, double share) {
    int classes = logits.length / labels.length;
    double batchSum = 0;
    for (int i = 0; i < labels.length; i++) {
      int offset = i * classes;
      batchSum += share * (LogSumExp.of(logits, offset, classes) - logits[offset + labels[i]]);
      int rank = rank(logits, offset, classes, labels[i]);
      first += rank == 0 ? share : 0;
      amongFive += rank < TOP ? share : 0;
    }
    lossSum += batchSum;
    return batchSum / labels.length;
  }

  /** How many images have been counted. */
  long images() {
    return images;
  }

  /** Mean loss, top-1 and top-5 of the images counted. */
  Evaluation result() {
    return new Evaluation(lossSum / images, first / images, amongFive / images);
  }

  /** How many classes come before the label's; of equal logits the lower class comes first. */
  private static int rank(float[] logits, int offset, int classes, int label) {
    float own = logits[offset + label];
    int before = 0;
    for (int k = 0; k < classes; k++) {
      float other = logits[offset + k];
      // The negation, so that a NaN never counts as a hit.
      before += k != label && !(other < own || (other == own && k > label)) ? 1 : 0;
    }
    return before;
  }
}
