package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.operators.Operator;

/**
 * What the documentation shows is true: each {@code senet} example checks, each {@code ./sec} line
 * is a command line that `sec` takes, and the table of operators is the operators' own.
 */
class DocumentationTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> PAGES =
      List.of("README.md", "docs/language.md", "docs/guide.md", "docs/adding.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("^```senet\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern MESSAGE =
      Pattern.compile("^```\\n(error\\[.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("^    \\./sec (.*)$", Pattern.MULTILINE);
  private static final Pattern OPERATORS =
      Pattern.compile(
          "(<!-- operators: .*? -->\\n)(.*?)(<!-- end of operators -->)", Pattern.DOTALL);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @TestFactory
  Stream<DynamicTest> examplesCheck() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String page : PAGES) {
      Matcher example = EXAMPLE.matcher(Files.readString(ROOT.resolve(page)));
      while (example.find()) {
        String text = example.group(1);
        String title = page + ": " + text.lines().skip(2).findFirst().orElse("");
        tests.add(DynamicTest.dynamicTest(title, () -> checks(text)));
      }
    }
    assertFalse(tests.isEmpty());
    return tests.stream();
  }

  private void checks(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("example.senet"), text);
    Cli.Result result = Cli.run("check", file);
    assertEquals(0, result.code(), result.err());
  }

  /** The README's walk: its example with the one mistake that it tells the reader to make. */
  @Test
  void mistakeIsReportedAsTheReadmeSays() throws IOException {
    String page = Files.readString(ROOT.resolve("README.md"));
    Matcher example = EXAMPLE.matcher(page);
    assertTrue(example.find());
    assertTrue(page.contains("Take the `gap` out of the means"));
    String wrong = example.group(1).replace("means = gap fc", "means = fc");
    assertFalse(wrong.equals(example.group(1)));
    Path file = Files.writeString(folder.resolve("mine.senet"), wrong);

    Cli.Result result = Cli.run("check", file);

    Matcher shown = MESSAGE.matcher(page);
    assertTrue(shown.find());
    assertEquals(shown.group(1), result.err().replace(file.toString(), "mine.senet"));
    assertEquals(1, result.code());
  }

  @TestFactory
  Stream<DynamicTest> commandLinesAreTaken() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String page : PAGES) {
      Matcher command = COMMAND.matcher(Files.readString(ROOT.resolve(page)));
      while (command.find()) {
        String line = command.group(1);
        tests.add(DynamicTest.dynamicTest(page + ": sec " + line, () -> isTaken(line)));
      }
    }
    assertFalse(tests.isEmpty());
    return tests.stream();
  }

  private static void isTaken(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(line.replaceAll("\\s+#.*", ""));
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : word.group(2));
    }
    Main.commandLine().parseArgs(words.toArray(String[]::new));
  }

  /** Written anew with {@code -Dsec.record=true}. */
  @Test
  void pictureIsWhatTheCommandDraws() throws IOException {
    Path page = ROOT.resolve("docs/graph.svg");
    Path drawn = folder.resolve("net.svg");
    Main.commandLine()
        .execute(
            "graph",
            "ThreeLayerSE",
            "--depth",
            "all",
            "--direction",
            "right",
            "-o",
            drawn.toString());
    if (Boolean.getBoolean("sec.record")) {
      Files.copy(drawn, page, StandardCopyOption.REPLACE_EXISTING);
    }
    assertEquals(Files.readString(drawn), Files.readString(page));
  }

  /** Written anew with {@code -Dsec.record=true}. */
  @Test
  void operatorsAreTheTable() throws IOException {
    Path page = ROOT.resolve("docs/language.md");
    String text = Files.readString(page);
    Matcher place = OPERATORS.matcher(text);
    assertTrue(place.find());
    String table =
        Stream.of(Operator.values())
            .map(o -> "| `%s` | %s |\n".formatted(o.signature().replace("|", "\\|"), o.summary()))
            .collect(Collectors.joining("", "| operator | |\n|---|---|\n", ""));
    if (Boolean.getBoolean("sec.record")) {
      Files.writeString(
          page, text.substring(0, place.start(2)) + table + text.substring(place.end(2)));
    } else {
      assertEquals(table, place.group(2));
    }
  }
}
