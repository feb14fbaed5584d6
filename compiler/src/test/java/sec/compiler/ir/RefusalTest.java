package sec.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.model.Module;
import sec.compiler.model.ModuleLoader;
import sec.compiler.model.Template;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;

/** How much is done before a network beyond the limits is refused, counted in steps. */
class RefusalTest {
  private static final String HEAD = "senet 1;\n";

  /** What a single expression may look at, past the limit: the longest list. */
  private static final long ONE_MORE = 10_000;

  /**
   * A network beyond the limits.
   *
   * @param steps that are taken at most before it is refused
   * @param values that are computed at most
   */
  private record Case(String name, String text, long steps, long values) {}

  private static Case seen(String name, String text) {
    return new Case(name, text, 0, 10);
  }

  private static Case counted(String name, String text) {
    return new Case(name, text, Budget.MOST_STEPS + 1, Budget.MOST_VALUES + ONE_MORE);
  }

  private static String net(String body) {
    return HEAD + "net N : [3, 8, 8] < " + body + " >\n";
  }

  private static String tower(int height, String base, String body) {
    StringBuilder text = new StringBuilder(net("B" + height) + "block B0 < " + base + " >\n");
    for (int i = 1; i <= height; i++) {
      text.append("block B%d < %s >\n".formatted(i, body.replace("B", "B" + (i - 1))));
    }
    return text.toString();
  }

  private static Budget refused(String text) {
    Source source = new Source("hostile.senet", text);
    Diagnostics diagnostics = new Diagnostics();
    Module module = new ModuleLoader(new SourceTree(), diagnostics).text(source);
    assertTrue(diagnostics.sorted().isEmpty());
    Budget budget = Budget.ofFile(source);
    module.declared().values().stream()
        .filter(definition -> definition instanceof Template template && template.isNet())
        .takeWhile(net -> !budget.isSpent())
        .map(net -> new NetworkBuilder(net, diagnostics, budget))
        .filter(builder -> !builder.needsSettings())
        .forEach(NetworkBuilder::build);
    assertEquals(Code.E212, diagnostics.sorted().getFirst().code());
    return budget;
  }

  @TestFactory
  Stream<DynamicTest> oneNetwork() {
    return Stream.of(
            seen("repeats", net("< < < relu > * 9999 > * 9999 > * 9999")),
            seen("doubling", tower(40, "relu relu", "B B")),
            seen("doubling of blocks", tower(40, "identity", "let a = B; add(a B | a)")),
            counted("repeats of nothing", net("< < < identity > * 9999 > * 9999 > * 9999")),
            counted("lists", net("for (i in 1..9999) < for (j in 1..9999) < identity > >")),
            counted("a condition", net("< < if (C == 4) < relu > > * 9999 > * 9999")),
            counted("sums", net("< conv(" + "0*sum(1..9999) + ".repeat(200) + "3) > * 9999")),
            counted("slots", net("slot s = < conv(3) bn >; < s * 9999 > * 9999")),
            counted("block values", tower(40, "relu", "for (i in 1..2) < B >")))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(),
                    () -> {
                      Budget spent = refused(c.text());
                      assertTrue(spent.steps() <= c.steps(), spent.steps() + " steps");
                      assertTrue(spent.values() <= c.values(), spent.values() + " values");
                    }));
  }

  /** Many networks, each within the limits, have those of a file together. */
  @Test
  void allOfAFile() {
    StringBuilder text = new StringBuilder(HEAD);
    IntStream.range(0, 500)
        .forEach(i -> text.append("net N%d : [3, 8, 8] < relu * 5000 >\n".formatted(i)));
    Budget spent = refused(text.toString());
    assertTrue(spent.steps() <= Budget.MOST_STEPS + text.length() / 8 + 1, spent.steps() + "");
  }
}
