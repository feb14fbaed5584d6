package sec.runtime.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sec.runtime.Recorded;

class ScheduleTest {
  private static final int STEPS = 50;
  private static final int PER_EPOCH = 5;

  record Case(String name, Schedule schedule) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("exponential", Schedule.decayEachEpoch(0.4, 0.7)),
        new Case("steps", new Schedule.Steps(0.4, List.of(3, 4, 8), 0.2)),
        new Case("cosine", new Schedule.Cosine(0.4, 0.01, 10)),
        new Case("polynomial", new Schedule.Polynomial(0.4, 2, 10)),
        new Case("one-cycle", new Schedule.OneCycle(0.4, 10)),
        new Case("one-cycle-early", new Schedule.OneCycle(0.4, 0.2, 10, 100, 10)),
        new Case(
            "warm-exponential", new Schedule.WarmUp(2, 0.1, Schedule.decayEachEpoch(0.4, 0.7))),
        new Case(
            "warm-steps", new Schedule.WarmUp(2, 0.1, new Schedule.Steps(0.4, List.of(3, 4), 0.2))),
        new Case("warm-cosine", new Schedule.WarmUp(2, 0.1, new Schedule.Cosine(0.4, 0, 8))),
        new Case(
            "warm-polynomial",
            new Schedule.WarmUp(1.4, 0.1, new Schedule.Polynomial(0.4, 1, 8.6))));
  }

  /** Recorded by {@code bench/peers/optimizers.py}. */
  @ParameterizedTest
  @MethodSource("cases")
  void givesPyTorchsRates(Case given) throws IOException {
    double[][] recorded = Recorded.of("optimizers/schedules.csv", given.name());
    assertEquals(STEPS, recorded.length);
    for (double[] step : recorded) {
      assertEquals(
          step[1],
          given.schedule().learningRate((long) step[0], PER_EPOCH),
          1e-12 * step[1],
          () -> given.name() + " at step " + step[0]);
    }
  }

  /** Whatever came before, and also beyond the last step, and of runs of a single step. */
  @ParameterizedTest
  @MethodSource("cases")
  void givesARateWhereverOneAsks(Case given) {
    for (long perEpoch : new long[] {1, PER_EPOCH, 10_000_000_000L}) {
      for (long step : new long[] {0, 1, 2, 9, 10, 49, 50, 1000, 99_999_999_999L}) {
        double rate = given.schedule().learningRate(step, perEpoch);
        assertTrue(rate >= 0 && rate <= 0.4000001, () -> "rate " + rate);
      }
    }
    double single = new Schedule.OneCycle(1, 1).learningRate(0, 1);
    assertTrue(Double.isFinite(single));
  }

  @Test
  void constantStaysTheSame() {
    assertEquals(0.25, Schedule.constant(0.25).learningRate(1_000_000, 10));
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> Schedule.constant(0));
    assertThrows(IllegalArgumentException.class, () -> Schedule.constant(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Schedule.decayEachEpoch(1, -0.7));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Steps(1, List.of(3, 3), 0.1));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Steps(1, List.of(0), 0.1));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Cosine(1, -1, 10));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Polynomial(1, 0, 10));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.OneCycle(1, 1, 25, 1e4, 10));
    assertThrows(
        IllegalArgumentException.class, () -> new Schedule.WarmUp(1, 0, Schedule.constant(1)));
  }
}
