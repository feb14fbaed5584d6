package sec.verify.bench;

import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What one entrant of a race took.
 *
 * @param entrant its name
 * @param setting what it ran under
 * @param nanoseconds of each round
 * @param memory by how many bytes the process grew for it; empty where that cannot be seen
 */
@SuppressWarnings("ArrayRecordComponent") // never compared whole
public record Measurement(
    String entrant, Setting setting, long[] nanoseconds, OptionalLong memory) {
  private static final double MILLISECOND = 1e6;

  /** Milliseconds of a run. */
  public Quartiles milliseconds() {
    return Quartiles.of(LongStream.of(nanoseconds).mapToDouble(n -> n / MILLISECOND).toArray());
  }

  /** How many samples it answers in a second, by the median. */
  public double samplesPerSecond() {
    return 1000 * setting.batch() / milliseconds().median();
  }

  /** What it takes more than {@code base}, by the medians; 0.1 is 10 percent. */
  public double overhead(Measurement base) {
    return milliseconds().median() / base.milliseconds().median() - 1;
  }

  /** The same, round by round. */
  public Quartiles overheads(Measurement base) {
    return Quartiles.of(
        IntStream.range(0, nanoseconds.length)
            .mapToDouble(i -> (double) nanoseconds[i] / base.nanoseconds[i] - 1)
            .toArray());
  }
}
