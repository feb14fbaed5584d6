package sec.runtime.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void writesOneLineAnEpochWhereNobodyWatches() {
    follow(0);

    assertEquals(
        "SE  epoch  1/12  train loss 1.5000, top-1  25.0 %  test loss 1.2500, top-1  50.0 %"
            + "  1,234 images/s"
            + System.lineSeparator(),
        text());
  }

  @Test
  void drawsABarOnATerminal() {
    follow(80);

    assertTrue(text().matches("(?s).*SE  epoch  1/12 +\\d+ % .*images/s.* left.*"), text());
    for (String drawn : text().split("[\r\n]+", -1)) {
      assertTrue(drawn.length() < 80 || drawn.contains("test loss"), drawn);
    }
    assertTrue(text().contains("test loss 1.2500"), text());
  }

  private void follow(int columns) {
    Evaluation train = new Evaluation(1.5, 0.25, 0.75);
    ConsoleProgress progress =
        new ConsoleProgress(new PrintStream(written, true, StandardCharsets.UTF_8), columns, "SE");
    progress.started(12, 100);
    progress.stepDone(1, 64, train);
    progress.stepDone(1, 100, train);
    progress.epochDone(
        new EpochMetrics(1, 1, train, new Evaluation(1.25, 0.5, 0.875), 2, 1234.4, 0.25));
    progress.ended();
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
