package sec.runtime.training;

/**
 * What a training may do besides following its gradients; each does nothing unless asked for.
 *
 * @param accumulate how many batches make a step, at least 1
 * @param clipNorm the largest norm of all gradients together; 0 for any
 * @param average share of the averaged weights that stays at each step, below 1; 0 for no average
 * @param smoothing the part of each label that is spread over all classes, below 1
 * @param sparesVectors whether biases and the parameters of normalisations have no weight decay
 */
public record Refinements(
    int accumulate, double clipNorm, double average, double smoothing, boolean sparesVectors) {

  /** None of it. */
  public static final Refinements NONE = new Refinements(1, 0, 0, 0, false);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public Refinements {
    if (accumulate < 1) {
      throw new IllegalArgumentException("a step is made of at least 1 batch, not " + accumulate);
    }
    if (!(clipNorm >= 0) || Double.isInfinite(clipNorm)) {
      throw new IllegalArgumentException(
          "the largest norm of the gradients is a finite number above 0, not " + clipNorm);
    }
    share("the share of the averaged weights that stays", average);
    share("label smoothing", smoothing);
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " is from 0 up to, not including, 1, not " + value);
    }
  }
}
