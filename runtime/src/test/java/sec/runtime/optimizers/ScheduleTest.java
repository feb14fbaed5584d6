package sec.runtime.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void constantStaysTheSame() {
    assertEquals(0.25, Schedule.constant(0.25).learningRate(1_000_000, 10));
  }

  @Test
  void decaysAtTheFirstStepOfAnEpochAndNoOther() {
    Schedule schedule = Schedule.decayEachEpoch(1, 0.5);

    assertEquals(1, schedule.learningRate(0, 10));
    assertEquals(1, schedule.learningRate(9, 10));
    assertEquals(0.5, schedule.learningRate(10, 10));
    assertEquals(0.125, schedule.learningRate(39, 10));
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> Schedule.constant(0));
    assertThrows(IllegalArgumentException.class, () -> Schedule.constant(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Schedule.decayEachEpoch(1, -0.7));
  }
}
