package sec.runtime.pipeline;

import sec.runtime.data.SplitMix64;

/** The symmetric beta distribution, Beta(a, a). */
final class Beta {
  private Beta() {}

  /** A number from 0 to 1: of two gamma variates, the first's share in their sum. */
  static double draw(double a, SplitMix64 random) {
    double x = gamma(a, random);
    double y = gamma(a, random);
    // With the least a there are, both can come out as zero.
    return x + y > 0 ? x / (x + y) : random.nextInt(2);
  }

  /** The method of Marsaglia and Tsang (2000); below 1 by way of a + 1, as they say. */
  private static double gamma(double a, SplitMix64 random) {
    if (a < 1) {
      return gamma(a + 1, random) * StrictMath.pow(1 - random.nextDouble(), 1 / a);
    }
    double d = a - 1 / 3.0;
    double c = 1 / (3 * Math.sqrt(d));
    while (true) {
      double x = normal(random);
      double v = 1 + c * x;
      if (v > 0) {
        double cube = v * v * v;
        double bound = 0.5 * x * x + d - d * cube + d * StrictMath.log(cube);
        if (StrictMath.log(1 - random.nextDouble()) < bound) {
          return d * cube;
        }
      }
    }
  }

  /** Box and Muller's method, of which one of two results is used. */
  private static double normal(SplitMix64 random) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
