package sec.runtime.data;

/**
 * The SplitMix64 generator of Steele, Lea and Flood ("Fast Splittable Pseudorandom Number
 * Generators", 2014).
 *
 * <p>The state is one 64-bit number. Each step adds the odd constant {@code 0x9E3779B97F4A7C15} to
 * it and returns the sum put through a bijective mixing function. It is written out here, and not
 * taken from the library, so that the streams are fixed by this file alone.
 */
public final class SplitMix64 {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** A generator that begins at a state. */
  public SplitMix64(long seed) {
    this.state = seed;
  }

  /**
   * A generator whose stream is a pure function of a path of keys, such as (seed, split, index).
   *
   * <p>The state starts as the first key; every further key is added to the mixed state, so that
   * neighbouring keys give unrelated streams.
   */
  public static SplitMix64 keyed(long first, long... further) {
    long state = first;
    for (long key : further) {
      state = mix(state + GAMMA) + key;
    }
    return new SplitMix64(mix(state + GAMMA));
  }

  /** The next 64 bits. */
  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  /**
   * A number in 0..bound-1: the upper 32 bits of the next number times the bound, divided by 2^32.
   *
   * <p>The probabilities differ from one another by less than 2^-32, which no use here can notice.
   */
  public int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** A number in [0, 1) with 53 random bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** A number in [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * nextDouble();
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
