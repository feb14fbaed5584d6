package sec.runtime;

import ai.djl.ndarray.NDArray;

/** Whether an array has numbers that one can go on computing with. */
public final class FiniteNumbers {
  private FiniteNumbers() {}

  /** Whether all of an array's are finite; the array is of the CPU or of a GPU. */
  public static boolean in(NDArray array) {
    // Zero times a finite number is zero; times any other it is NaN.
    try (NDArray zeros = array.mul(0);
        NDArray sum = zeros.sum()) {
      return !Double.isNaN(sum.toArray()[0].doubleValue());
    }
  }
}
