package sec.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.source.Source;

/** Texts too large for the corpus: what is told of each, and where it stops. */
class TextLimitsTest {
  private static final String HEAD = "senet 1;\n";
  private static final String SMALL = "block A < relu >\n";

  @TempDir Path folder;

  private record Case(String name, String text, Code code, String message) {}

  private static String numbered(int count, String format) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < count; i++) {
      text.append(format.replace("#", Integer.toString(i)));
    }
    return text.toString();
  }

  @TestFactory
  Stream<DynamicTest> sizes() {
    return Stream.of(
            new Case(
                "a long declaration",
                HEAD + "net N : [3, 8, 8] < " + "relu ".repeat(100_000) + ">",
                Code.E104,
                "the declaration has more than 100,000 words and signs"),
            new Case(
                "a file of many words",
                HEAD + "block A<>".repeat(200_000),
                Code.E104,
                "the text has more than 750,000 words and signs"),
            new Case(
                "imports are no declaration",
                HEAD + "import std.attention;\n".repeat(100_000),
                Code.E123,
                "two imports are called attention"),
            new Case(
                "a long text",
                HEAD + " ".repeat(Source.LONGEST),
                Code.E104,
                "the text has 3,145,737 characters; at most 3,145,728 are taken"))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(),
                    () -> {
                      Diagnostic first = checked(c.text()).sorted().getFirst();
                      assertEquals(c.message(), first.message());
                      assertEquals(c.code(), first.code());
                    }));
  }

  private static Diagnostics checked(String text) {
    Diagnostics diagnostics = new Diagnostics();
    new FileCheck(diagnostics).check(new Source("large.senet", text));
    return diagnostics;
  }

  /** Errors beyond those that are told are not looked for, wherever they come from. */
  @TestFactory
  Stream<DynamicTest> floodsOfErrors() {
    return Stream.of(
            HEAD + "net N : [3, 8, 8] < " + "let = ; ".repeat(10_000) + ">",
            HEAD + "net N : [3, 8, 8] < relu" + " ;".repeat(10_000) + " >",
            numbered(10_000, "net N# : [3, 8, 8] < conv(1/0) >\n"),
            HEAD + "\u202E".repeat(10_000))
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text.substring(HEAD.length(), HEAD.length() + 30).strip(),
                    () -> {
                      Diagnostics diagnostics = checked(text);
                      assertEquals(1000, diagnostics.sorted().size());
                      assertTrue(diagnostics.errorCount() < 1100, diagnostics.errorCount() + "");
                    }));
  }

  /** Each file is within the limits, and all together are not. */
  @Test
  void manyImports() throws IOException {
    String part = HEAD + "// " + "x".repeat(Source.LONGEST / 4) + "\n" + SMALL;
    StringBuilder all = new StringBuilder(HEAD);
    for (int i = 0; i < 6; i++) {
      Files.writeString(folder.resolve("part" + i + ".senet"), part);
      all.append("import \"part").append(i).append(".senet\" as p").append(i).append(";\n");
    }
    Path file = Files.writeString(folder.resolve("all.senet"), all + SMALL);
    Diagnostics diagnostics = new Diagnostics();
    new FileCheck(diagnostics).check(file.toString());
    List<Diagnostic> told = diagnostics.sorted();
    assertEquals(3, told.size());
    assertEquals(Code.E104, told.getFirst().code());
    assertEquals(5, told.getFirst().span().position().line());
    assertTrue(
        told.getFirst().message().endsWith("imports come to more than 3,145,728 characters"));
  }
}
