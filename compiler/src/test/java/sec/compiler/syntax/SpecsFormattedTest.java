package sec.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;
import sec.compiler.syntax.format.Formatter;

/**
 * The project's own texts are in the one layout: {@code ./sec fmt specs/*}{@code /*.senet}; those
 * of the pages are put into it with {@code -Dsec.record=true}.
 */
class SpecsFormattedTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> PAGES =
      List.of("README.md", "docs/language.md", "docs/guide.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("(^```senet\\n)(.*?)(^```$)", Pattern.MULTILINE | Pattern.DOTALL);

  private static String formatted(String name, String text) {
    return Formatter.format(new Source(name, text), new Diagnostics()).orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> specs() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(ROOT.resolve("specs"))) {
      files =
          all.filter(f -> f.toString().endsWith(SourceTree.EXTENSION))
              .filter(f -> !f.toString().contains("target"))
              .sorted()
              .toList();
    }
    assertFalse(files.isEmpty());
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.toString(),
                    () -> {
                      String text = Files.readString(file);
                      assertEquals(formatted(file.toString(), text), text);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    return PAGES.stream().map(page -> DynamicTest.dynamicTest(page, () -> page(page)));
  }

  private static void page(String page) throws IOException {
    String text = Files.readString(ROOT.resolve(page));
    String laidOut =
        EXAMPLE
            .matcher(text)
            .replaceAll(
                example ->
                    Matcher.quoteReplacement(
                        example.group(1) + formatted(page, example.group(2)) + example.group(3)));
    if (Boolean.getBoolean("sec.record")) {
      Files.writeString(ROOT.resolve(page), laidOut);
    } else {
      assertEquals(laidOut, text);
    }
  }
}
