package sec.verify;

import java.util.function.IntToDoubleFunction;

/**
 * How far numbers are from those expected.
 *
 * @param absolute the largest difference; infinite where a number is none, or numbers are missing
 * @param relative the same by the largest number expected
 */
public record Deviation(double absolute, double relative) {
  /** No difference. */
  public static final Deviation NONE = new Deviation(0, 0);

  /** Of {@code actual} from {@code expected}. */
  public static Deviation of(float[] expected, float[] actual) {
    return expected.length == actual.length
        ? of(expected.length, i -> expected[i], i -> actual[i])
        : new Deviation(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Of {@code actual} from what was computed in double precision. */
  public static Deviation of(double[] expected, float[] actual) {
    return expected.length == actual.length
        ? of(expected.length, i -> expected[i], i -> actual[i])
        : new Deviation(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private static Deviation of(int count, IntToDoubleFunction expected, IntToDoubleFunction actual) {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < count; i++) {
      double wanted = expected.applyAsDouble(i);
      double here = Math.abs(wanted - actual.applyAsDouble(i));
      // Neither NaN nor the difference of infinities may get lost in a comparison.
      difference = Math.max(difference, Double.isNaN(here) ? Double.POSITIVE_INFINITY : here);
      largest = Math.max(largest, Math.abs(wanted));
    }
    return new Deviation(
        difference, difference == 0 ? 0 : difference / Math.max(largest, Double.MIN_NORMAL));
  }

  /** The one of both that is further off, by its relative size. */
  public Deviation or(Deviation other) {
    return other.relative > relative ? other : this;
  }
}
