package sec.runtime.training;

/** The engine's seed for each step, so that dropout can be repeated from any step on. */
final class StepSeed {
  private StepSeed() {}

  /**
   * A pure function of both, spread over 31 bits as the engine takes no more, by the finaliser of
   * SplitMix64 (Steele, Lea, Flood 2014).
   */
  static int of(long seed, long step) {
    return (int) (mix(mix(seed) + step) >>> 33);
  }

  private static long mix(long z) {
    z += 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
