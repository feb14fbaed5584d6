package sec.runtime.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EvaluationTest {
  @Test
  void showsAnyLossInTenCharacters() {
    assertEquals("1.2346", shown(1.23456));
    assertEquals("9999.1250", shown(9999.125));
    assertEquals("1.0e+04", shown(10_000));
    assertEquals("1.2e+30", shown(1.2345e30));
    assertEquals("NaN", shown(Double.NaN));
    assertEquals("Infinity", shown(Double.POSITIVE_INFINITY));
  }

  private static String shown(double loss) {
    return new Evaluation(loss, 0.5, 0.5).shownLoss();
  }
}
