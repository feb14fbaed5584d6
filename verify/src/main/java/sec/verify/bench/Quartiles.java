package sec.verify.bench;

import java.util.Arrays;

/**
 * The middle of many numbers, and where the middle half of them lies.
 *
 * @param lower a quarter is below it
 * @param median half is below it
 * @param upper three quarters are below it
 */
public record Quartiles(double lower, double median, double upper) {

  /**
   * Of at least one number; between two neighbours, in proportion.
   *
   * @param numbers in any order
   */
  public static Quartiles of(double... numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  private static double at(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
