package sec.runtime.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static ProgressLine line(String name, String epoch, double rate, double left) {
    return new ProgressLine(name, epoch, 0.42, rate, left, new Evaluation(1.25, 0.5, 0.9));
  }

  @Test
  void showsAllWhereThereIsRoom() {
    assertEquals(
        "SE  epoch 2/5  42 % ████████░░░░░░░░░░░░  1,234 images/s  1:05 left  loss 1.2500"
            + "  top-1 50.0 %",
        line("SE", "2/5", 1234.4, 65).text(100));
  }

  @Test
  void keepsRateAndTimeInEightyColumns() {
    assertEquals(
        "ThreeLayerSlowExcite  epoch 2/5  42 % ██████░░░░░░░░  588 images/s  3:01:02 left",
        line("ThreeLayerSlowExcite", "2/5", 588, 3 * 3600 + 62).text(80));
    assertEquals(
        "ThreeLayerSE  epoch 2/5  42 % ██████░░░░░░░░  588 images/s  0:42 left  loss 1.2500",
        line("ThreeLayerSE", "2/5", 588, 42).text(82));
  }

  @Test
  void neverPassesTheTerminalsWidth() {
    for (int columns = 0; columns <= 200; columns++) {
      for (String name : new String[] {"SE", "ThreeLayerSlowExcite", "A".repeat(300)}) {
        String text = line(name, " 99/100", 12_345, 1e6).text(columns);
        assertTrue(text.length() <= columns, text);
      }
    }
    assertTrue(line("A".repeat(300), "2/5", 588, 65).text(79).endsWith("588 images/s  1:05 left"));
  }
}
