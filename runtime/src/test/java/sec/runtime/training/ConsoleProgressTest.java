package sec.runtime.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** What an earlier process learnt says nothing of this one's speed. */
  @Test
  void measuresFromWhereItGoesOn() {
    Evaluation train = new Evaluation(1.5, 0.25, 0.75);
    ConsoleProgress progress = progress(80);
    progress.started(4, 1_000_000);
    progress.resumed(70, List.of(metrics(), metrics()));
    progress.stepDone(3, 500_000, train);
    progress.stepDone(3, 500_001, train);
    progress.ended();

    assertTrue(text().startsWith("SE  goes on after step 70, in epoch 3/4"), text());
    Matcher rate = Pattern.compile("([\\d,]+) images/s").matcher(text());
    assertTrue(rate.find(), text());
    assertTrue(Long.parseLong(rate.group(1).replace(",", "")) < 200_000, text());
  }

  private ConsoleProgress progress(int columns) {
    return new ConsoleProgress(
        new PrintStream(written, true, StandardCharsets.UTF_8), columns, "SE");
  }

  private static EpochMetrics metrics() {
    Evaluation train = new Evaluation(1.5, 0.25, 0.75);
    return new EpochMetrics(1, 1, train, new Evaluation(1.25, 0.5, 0.875), 2, 1234.4, 0.25);
  }

  private void follow(int columns) {
    Evaluation train = new Evaluation(1.5, 0.25, 0.75);
    ConsoleProgress progress = progress(columns);
    progress.started(12, 100);
    progress.stepDone(1, 64, train);
    progress.stepDone(1, 100, train);
    progress.epochDone(metrics());
    progress.ended();
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
