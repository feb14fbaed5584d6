package sec.runtime;

import ai.djl.ndarray.NDArray;

/**
 * Numbers to compute with while gradients are recorded. DJL takes the number of {@code x.mul(0.5)}
 * from Java's memory; a garbage collection frees that before the backward pass, which reads it.
 */
public final class Scalars {
  private Scalars() {}

  /** An array times a number that lies in memory of the engine's own. */
  public static NDArray times(NDArray x, double factor) {
    try (NDArray number = x.getManager().create(factor);
        NDArray own = number.duplicate()) {
      return x.mul(own);
    }
  }
}
