package sec.runtime.training;

/** Seconds since it was begun, and what there was before. */
final class Stopwatch {
  private final double before;
  private final long begin = System.nanoTime();

  Stopwatch(double before) {
    this.before = before;
  }

  double seconds() {
    return before + (System.nanoTime() - begin) / 1e9;
  }
}
