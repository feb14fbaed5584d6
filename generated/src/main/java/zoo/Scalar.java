package zoo;

import ai.djl.ndarray.NDArray;

/**
 * Numbers to compute with while gradients are recorded. DJL takes the number of {@code x.mul(0.5)}
 * from Java's memory; a garbage collection frees that before the backward pass, which reads it.
 */
public final class Scalar {
  private Scalar() {}

  /** An array times a number. */
  public static NDArray times(NDArray x, double factor) {
    return x.mul(of(factor, x));
  }

  /**
   * A number in memory of the engine's own.
   *
   * @param x what it meets: its manager owns the result
   * @return an array without dimensions
   */
  public static NDArray of(double value, NDArray x) {
    try (NDArray number = x.getManager().create(value)) {
      return number.duplicate();
    }
  }
}
