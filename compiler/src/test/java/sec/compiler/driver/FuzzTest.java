package sec.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sec.compiler.corpus.Golden;
import sec.compiler.diagnostics.ColorRenderer;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.JsonRenderer;
import sec.compiler.diagnostics.PlainRenderer;
import sec.compiler.fixtures.Mutations;
import sec.compiler.fixtures.RandomPrograms;
import sec.compiler.fixtures.RandomTexts;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;
import sec.compiler.syntax.format.Formatter;

/**
 * Whatever a text is, checking and formatting it ends in diagnostics and never in an exception.
 * {@code -Dsec.fuzz.minutes=10} tries that long, from {@code -Dsec.fuzz.seed} on; unless it is
 * given, always the same texts.
 */
class FuzzTest {
  private static final int TEXTS = 1500;
  private static final Duration SLOWEST = Duration.ofSeconds(20);

  private final List<String> seeds = seeds();

  private static List<String> seeds() {
    List<String> texts = new ArrayList<>();
    for (Path root : List.of(Path.of("..", "specs"), Golden.RESOURCES)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file :
            files.filter(f -> f.toString().endsWith(SourceTree.EXTENSION)).sorted().toList()) {
          String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          if (text.length() < 8000) {
            texts.add(text);
          }
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return texts;
  }

  private String base(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> RandomPrograms.draw(random.nextInt(100_000));
      case 1 -> RandomTexts.draw(random.nextInt(100_000));
      default -> seeds.get(random.nextInt(seeds.size()));
    };
  }

  @Test
  void everyTextEndsInDiagnostics() {
    long minutes = Long.getLong("sec.fuzz.minutes", 0);
    long seed = Long.getLong("sec.fuzz.seed", 1);
    Instant end = Instant.now().plus(Duration.ofMinutes(minutes));
    int refused = 0;
    int tried = 0;
    while (minutes > 0 ? Instant.now().isBefore(end) : tried < TEXTS) {
      Random random = new Random(seed + tried);
      String text = new Mutations(seed + tried).damage(base(random), base(random));
      refused += isRefused(text, seed + tried) ? 1 : 0;
      tried++;
    }
    assertTrue(refused > tried / 2 && refused < tried * 19 / 20, refused + " refused of " + tried);
    System.out.printf("fuzz: %,d texts, %,d refused%n", tried, refused);
  }

  /** Not the clock's time: others may keep the machine busy. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static boolean isRefused(String text, long seed) {
    long begin = cpuTime();
    Diagnostics diagnostics = new Diagnostics();
    try {
      new FileCheck(diagnostics).check(new Source("fuzz.senet", text));
      PlainRenderer.render(diagnostics);
      ColorRenderer.render(diagnostics);
      JsonRenderer.render(diagnostics);
      Diagnostics again = new Diagnostics();
      Optional<String> formatted = Formatter.format(new Source("fuzz.senet", text), again);
      assertEquals(formatted.isEmpty(), again.hasErrors());
      if (formatted.isPresent()) {
        Source laidOut = new Source("fuzz.senet", formatted.get());
        assertEquals(formatted, Formatter.format(laidOut, new Diagnostics()));
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
      throw new AssertionError("seed " + seed + ", text:\n" + text, e);
    }
    assertFalse(
        cpuTime() - begin > SLOWEST.toNanos(), () -> "too slow, seed " + seed + ":\n" + text);
    return diagnostics.hasErrors();
  }
}
