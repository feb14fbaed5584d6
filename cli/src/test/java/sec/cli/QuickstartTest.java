package sec.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command, whole. */
class QuickstartTest {
  /** What a linear model stays below, in percent, on the built-in images. */
  private static final double LINEAR = 35;

  /** What the default network passes in the quickstart's epochs. */
  private static final double CONVOLUTIONAL = 75;

  /** By how much each variant is clearly above softmax regression on the same data. */
  private static final double CLEARLY = 20;

  private static final List<String> VARIANTS =
      List.of(
          "ThreeLayerCNN",
          "ThreeLayerSE",
          "ThreeLayerSlowSE",
          "ThreeLayerSlowExcite",
          "ThreeLayerSlowSlow",
          "ThreeLayerBump");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @Test
  void sixVariantsBeatALinearModel() throws IOException {
    Cli.Result result = Cli.run("run", "quickstart", "--run-dir", folder.resolve("run"));
    assertEquals(0, result.code(), result.err());
    Map<String, Double> top1 = top1(result.out());
    double linear = top1.getOrDefault("softmax regression", Double.NaN);
    assertTrue(linear < LINEAR, () -> "softmax regression reached " + linear + " %");
    assertTrue(top1.getOrDefault("ThreeLayerCNN", 0.0) > CONVOLUTIONAL, () -> "in " + result.out());
    assertAll(
        VARIANTS.stream()
            .map(
                name ->
                    () ->
                        assertTrue(top1.getOrDefault(name, 0.0) > linear + CLEARLY, result.out())));
    String page = Files.readString(folder.resolve("run").resolve("report.html"));
    VARIANTS.forEach(name -> assertTrue(page.contains(name), name));
  }

  /** The fourth column of the table, by the first. */
  private static Map<String, Double> top1(String table) {
    Map<String, Double> top1 = new LinkedHashMap<>();
    for (String line : table.lines().toList()) {
      String[] cells = line.strip().split("\\s{2,}", -1);
      if (cells.length >= 4 && cells[3].matches("[\\d.]+")) {
        top1.put(cells[0], Double.valueOf(cells[3]));
      }
    }
    return top1;
  }
}
