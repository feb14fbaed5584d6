package sec.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.model.ModuleLoader;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;

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
        .map(TextLimitsTest::first);
  }

  private static DynamicTest first(Case c) {
    return DynamicTest.dynamicTest(
        c.name(),
        () -> {
          Diagnostic first = checked(c.text()).sorted().getFirst();
          assertEquals(c.message(), first.message());
          assertEquals(c.code(), first.code());
        });
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

  /** Of what lines of variants see, and of the parameters of variants of variants. */
  @TestFactory
  Stream<DynamicTest> variants() {
    String told = row(200, "t#");
    String many = "net N : [3, 8, 8] < slot s(%s) = relu; s(%s) >\n".formatted(told, row(200, "1"));
    String lines = "variant V# of N < at s put relu; at s put relu; at * put relu >\n";
    return Stream.of(
            new Case(
                "lines that see much",
                numbered(3_000, lines) + many,
                Code.E212,
                "to find the slots of all variants and what their lines see takes more than"
                    + " 1,000,000 steps"),
            new Case(
                "slots that tell much",
                HEAD
                    + many
                    + "block B < slot q(one) = relu; q(1) >\n"
                    + "variant V of N < at s put B; at * put relu >\n",
                Code.E104,
                "the slots that * may mean tell 201 parameters; at most 200 are taken"),
            new Case(
                "parameters of variants of variants",
                HEAD
                    + SMALL
                    + "net N(a = 1) : [3, 8, 8] < conv(a) >\n"
                    + "variant V(%s) of N < >\n".formatted(row(200, "t# = 1")),
                Code.E104,
                "V and what it is of have 201 parameters; at most 200 are taken"))
        .map(TextLimitsTest::first);
  }

  private static String row(int count, String format) {
    return IntStream.range(0, count)
        .mapToObj(i -> format.replace("#", Integer.toString(i)))
        .collect(Collectors.joining(", "));
  }

  /** Slots of a net that many variants and lines of experiments are about are found once. */
  @Test
  void manySlots() {
    String slots = row(10_000, "slot s#").replace(",", ";");
    String uses = row(10_000, "s#").replace(",", "");
    String text =
        numbered(2_000, "variant V# of N < at s# put relu >\nnet M# = N;\n")
            + "net N : [3, 8, 8] < "
            + slots
            + "; "
            + uses
            + " >\n";
    Diagnostics diagnostics = new Diagnostics();
    new ModuleLoader(new SourceTree(), diagnostics).text(new Source("large.senet", text));
    assertEquals(List.of(), diagnostics.sorted());
  }

  /** Where a limit stops the parser in the middle of a declaration, nothing is made of it. */
  @TestFactory
  Stream<DynamicTest> stoppedAnywhere() {
    return Stream.of(
            "variant V# of N < at s* put relu >\n",
            "block B# < relu relu = >\n",
            "experiment E# < compare s* in 3 >\n",
            "net N# : [3 * * 3] < relu >\n",
            "net N# = M(n = * 3);\n")
        .map(line -> DynamicTest.dynamicTest(line.strip(), () -> checked(numbered(2_000, line))));
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
    assertEquals(1, told.size());
    assertEquals(Code.E104, told.getFirst().code());
    assertEquals(5, told.getFirst().span().position().line());
    assertTrue(told.getFirst().message().endsWith("imports come to more than 3,145,728 bytes"));
  }
}
