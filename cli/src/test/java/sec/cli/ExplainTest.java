package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.diagnostics.Code;
import sec.compiler.help.Explanation;

/**
 * Every code has a page, and what the page shows is so: its example has that code and no other, the
 * mended one has nothing wrong. {@code -Dsec.record=true} writes the diagnostics shown anew.
 */
class ExplainTest {
  private static final Path PAGES =
      Path.of("../compiler/src/main/resources/sec/compiler/help/explain");
  private static final Pattern FENCE =
      Pattern.compile(
          "^```(senet|sh|text)(?: (\\S+))?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern SHOWN =
      Pattern.compile("(^```text\\n)(.*?)(^```$)", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CODE =
      Pattern.compile("^(?:error|warning)\\[(\\w+)]", Pattern.MULTILINE);
  private static final String MENDED = "\nMended:\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path temporary;

  /** Its name may stand in a message. */
  private Path folder() throws IOException {
    return Files.createDirectories(temporary.resolve("nets"));
  }

  @TestFactory
  Stream<DynamicTest> examplesAreSo() {
    return Stream.of(Code.values())
        .map(code -> DynamicTest.dynamicTest(code.name(), () -> isSo(code)));
  }

  private void isSo(Code code) throws IOException {
    Explanation explanation = Explanation.of(code);
    String page = explanation.page();
    assertTrue(page.startsWith("# " + code + ": "), page);
    int cut = page.indexOf(MENDED);
    assertTrue(cut > 0, "it is not mended");
    write(page.substring(0, cut));
    Cli.Result bad = Cli.run(command(page.substring(0, cut)).toArray());
    assertEquals(Set.of(code.name()), codes(bad.err()), bad.err());
    assertEquals(code.severity() == Code.Severity.ERROR ? 1 : 0, bad.code());
    show(code, page, diagnostics(bad.err()));
    write(page.substring(cut));
    Cli.Result good = Cli.run(command(page.substring(cut)).toArray());
    assertEquals(Set.of(), codes(good.err()), good.err());
    assertEquals(0, good.code(), good.err());
  }

  private void write(String part) throws IOException {
    Matcher fence = FENCE.matcher(part);
    while (fence.find()) {
      if (fence.group(1).equals("senet")) {
        Files.writeString(folder().resolve(file(fence)), fence.group(3));
      }
    }
  }

  private static String file(Matcher fence) {
    return fence.group(2) == null ? "example.senet" : fence.group(2);
  }

  /** The words of the command line shown, or of a check of the example. */
  private List<Object> command(String part) throws IOException {
    String line = "sec check example.senet";
    Matcher fence = FENCE.matcher(part);
    while (fence.find()) {
      line = fence.group(1).equals("sh") ? fence.group(3).strip() : line;
    }
    List<Object> words = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      words.add(word.endsWith(".senet") ? folder().resolve(word) : word);
    }
    return words.subList(1, words.size());
  }

  private static Set<String> codes(String err) {
    return CODE.matcher(err)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without the summary of a check, and without the folders of this machine. */
  private String diagnostics(String err) throws IOException {
    String text =
        err.replace(folder() + "/", "").replaceFirst("(?m)^\\S+\\.senet: (ok|\\d+ error).*\\n", "");
    String wide = "\\^{" + 20 + ",}";
    return err.contains("command line") ? text.replaceAll(wide, "^".repeat(12)) : text;
  }

  private static void show(Code code, String page, String diagnostics) throws IOException {
    Matcher shown = SHOWN.matcher(page);
    assertTrue(shown.find(), "no diagnostic is shown");
    if (Boolean.getBoolean("sec.record")) {
      Files.writeString(
          PAGES.resolve(code + ".md"),
          page.substring(0, shown.start(2)) + diagnostics + page.substring(shown.end(2)));
    } else {
      assertEquals(diagnostics, shown.group(2));
    }
  }

  @Test
  void noPageIsLeftOver() throws IOException {
    Set<String> codes = Stream.of(Code.values()).map(Code::name).collect(Collectors.toSet());
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertEquals(
          codes,
          pages
              .map(p -> p.getFileName().toString().replace(".md", ""))
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void aPageOnATerminal() {
    Cli.Result result = Cli.run("explain", "e203");
    assertEquals(0, result.code());
    assertTrue(result.out().startsWith("E203: a map where a vector"), result.out());
    assertTrue(result.out().contains("\n    block SE(r = 16) < squeeze relu"), result.out());
    assertTrue(result.out().contains("\n    error[E203]: fc needs a vector"), result.out());
    assertFalse(result.out().contains("```"), result.out());
  }

  @Test
  void allCodesAndUnknownOnes() {
    Cli.Result all = Cli.run("explain");
    assertEquals(Code.values().length, all.out().lines().count());
    Cli.Result unknown = Cli.run("explain", "E2033");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("did you mean E203?"), unknown.err());
  }
}
