package sec.runtime;

/** The logarithm of a sum of exponentials, which softmax and cross-entropy are made of. */
public final class LogSumExp {
  private LogSumExp() {}

  /**
   * Of some of an array's numbers, in double precision; NaN if one is NaN or infinite.
   *
   * @param from the first one's index
   * @param count how many, at least 1
   */
  public static double of(float[] values, int from, int count) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + count; i++) {
      highest = Math.max(highest, values[i]);
    }
    // Without the largest number no exponential is too large.
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += Math.exp(values[i] - highest);
    }
    return highest + Math.log(sum);
  }
}
