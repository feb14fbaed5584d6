package sec.verify;

import java.util.Random;

/** Inputs to compare answers on: normal, and of each batch the first sample is the same. */
final class Samples {
  private final long seed;
  private final int size;

  /**
   * Samples.
   *
   * @param size how many numbers one has
   */
  Samples(long seed, int size) {
    this.seed = seed;
    this.size = size;
  }

  /** A batch of {@code count}, row-major. */
  float[] batch(int count) {
    Random random = new Random(seed);
    float[] numbers = new float[Math.multiplyExact(count, size)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
