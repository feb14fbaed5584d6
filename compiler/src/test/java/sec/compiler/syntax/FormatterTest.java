package sec.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.corpus.Golden;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.PlainRenderer;
import sec.compiler.fixtures.RandomTexts;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;
import sec.compiler.syntax.format.Formatter;
import sec.grammar.SenetParser;

/**
 * The one layout: what it looks like, and that it changes nothing else. {@code
 * -Dsec.format.programs=10000} draws that many programs; unless it is given, as many as take some
 * seconds.
 */
class FormatterTest {
  private static final Path CASES = Golden.RESOURCES.resolve("format");
  private static final int PROGRAMS = Integer.getInteger("sec.format.programs", 1500);

  /** Entered by the command line, not by files. */
  private static final Set<String> NOT_IN_FILES =
      Set.of("ApplicationContext", "PlacementContext", "AssignmentContext");

  private static Source source(String text) {
    return new Source("drawn.senet", text);
  }

  private static String format(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<String> formatted = Formatter.format(source(text), diagnostics);
    return formatted.orElseThrow(() -> new AssertionError(PlainRenderer.render(diagnostics)));
  }

  private static String shape(String text) {
    Diagnostics diagnostics = new Diagnostics();
    return SenetReader.file(source(text), diagnostics)
        .map(Trees::shape)
        .orElseThrow(() -> new AssertionError(PlainRenderer.render(diagnostics) + text));
  }

  @TestFactory
  Stream<DynamicTest> theLayoutIsThis() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(CASES)) {
      files = all.filter(f -> f.toString().endsWith(SourceTree.EXTENSION)).sorted().toList();
    }
    assertFalse(files.isEmpty());
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> holds(file)));
  }

  private static void holds(Path file) throws IOException {
    String name = file.getFileName().toString().replace(SourceTree.EXTENSION, ".formatted");
    String formatted = format(Files.readString(file));
    Golden.check(file.resolveSibling(name), formatted);
    assertEquals(formatted, format(formatted), "not idempotent");
  }

  @Test
  void drawnProgramsStayWhatTheyAre() {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      String text = RandomTexts.draw(seed);
      String formatted = format(text);
      int drawn = seed;
      assertEquals(shape(text), shape(formatted), () -> "program " + drawn);
      assertEquals(formatted, format(formatted), () -> "program " + drawn + " twice");
      assertFalse(formatted.lines().anyMatch(l -> l.endsWith(" ")), formatted);
      assertFalse(formatted.contains("\n\n\n"), formatted);
    }
  }

  @Test
  void theProgramsDrawnHaveAllConstructs() {
    Set<String> wanted =
        Stream.of(SenetParser.class.getDeclaredClasses())
            .filter(ParserRuleContext.class::isAssignableFrom)
            .filter(rule -> !isAbstract(rule))
            .map(Class::getSimpleName)
            .filter(name -> !NOT_IN_FILES.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(wanted.isEmpty());
    for (int seed = 0; seed < PROGRAMS && !wanted.isEmpty(); seed++) {
      SenetReader.written(source(RandomTexts.draw(seed)), new Diagnostics())
          .ifPresent(written -> strike(written.tree(), wanted));
    }
    assertEquals(Set.of(), wanted);
  }

  /** A rule with labelled alternatives occurs only as one of these. */
  private static boolean isAbstract(Class<?> rule) {
    return Stream.of(SenetParser.class.getDeclaredClasses())
        .anyMatch(other -> other.getSuperclass() == rule);
  }

  private static void strike(ParseTree tree, Set<String> wanted) {
    wanted.remove(tree.getClass().getSimpleName());
    for (int i = 0; i < tree.getChildCount(); i++) {
      strike(tree.getChild(i), wanted);
    }
  }

  @Test
  void whiteSpaceOfTheAuthorDoesNotMatter() {
    for (int seed = 0; seed < 300; seed++) {
      String text = RandomTexts.draw(seed);
      if (!text.contains("//")) {
        String oneLine = format(text.replaceAll("(?s)\\s+", " "));
        assertEquals(oneLine, format(oneLine.replaceAll("(?s)\\s+", " ")));
      }
    }
  }

  @Test
  void withSyntaxErrorsNothingIsFormatted() {
    Diagnostics diagnostics = new Diagnostics();
    assertTrue(Formatter.format(source("senet 1; block A < conv( >"), diagnostics).isEmpty());
    assertEquals(
        List.of(Code.E101),
        diagnostics.sorted().stream().map(Diagnostic::code).distinct().toList());
  }

  @Test
  void whatTheParserCannotLookThroughIsRefused() {
    String signs =
        "senet 1; block A < conv(%s 1 %s 1) >".formatted("-".repeat(150), "-".repeat(20_000));
    Diagnostics diagnostics = new Diagnostics();
    assertTrue(SenetReader.file(source(signs), diagnostics).isEmpty());
    assertEquals(List.of(Code.E103), diagnostics.sorted().stream().map(Diagnostic::code).toList());
  }

  @Test
  void nothingComesOfNothing() {
    assertEquals("", format(""));
    assertEquals("// alone\n", format("\n\n// alone"));
  }
}
