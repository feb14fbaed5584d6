package sec.runtime.data;

/**
 * The order in which an epoch visits the samples: a pure function of (seed, epoch, size).
 *
 * <p>A SplitMix64 generator is keyed with the seed and the epoch. The Fisher-Yates shuffle starts
 * from 0, 1, ..., n-1 and, for i from n-1 down to 1, swaps element i with element j, where j is the
 * upper half of the generator's next number times (i + 1), divided by 2^32 and rounded down.
 */
public final class EpochOrder {
  private EpochOrder() {}

  /**
   * A permutation of 0..size-1.
   *
   * @param seed the run's seed
   * @param epoch the epoch, from 0
   * @param size the number of samples, at least 0
   * @throws IllegalArgumentException if the epoch or the size is negative
   */
  public static int[] permutation(long seed, int epoch, int size) {
    if (epoch < 0 || size < 0) {
      throw new IllegalArgumentException("epoch " + epoch + " of " + size + " samples");
    }
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    SplitMix64 random = SplitMix64.keyed(seed, epoch);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
