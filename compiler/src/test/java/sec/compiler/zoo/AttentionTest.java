package sec.compiler.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sec.compiler.analysis.Cost;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.fixtures.Digest;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.fixtures.ZooCounts;
import sec.compiler.ir.Network;
import sec.compiler.model.ModuleLoader;
import sec.compiler.source.SourceTree;

/** The attention blocks of the library are those of their papers. */
class AttentionTest {

  /** A block of {@code channels} channels on maps of 9x9, and the parameters that it has. */
  private record Formula(String block, long parameters) {}

  /** The papers' formulas, with the biases and the scales of batch normalisation written out. */
  private static List<Formula> formulas(long c) {
    long se = 2 * c * c / 16 + c / 16 + c;
    long hidden = Math.max(8, c / 32);
    return List.of(
        new Formula("SE", se),
        new Formula("SEx(bias = false)", 2 * c * c / 16),
        new Formula("SEx(hidden = 5)", 2 * c * 5 + 5 + c),
        new Formula("SEMax", se),
        new Formula("SlowSE", (c * c / 8 + c / 8) + (c / 8 * c / 16 + c / 16) + (c / 16 * c + c)),
        new Formula(
            "SlowExcite", (c * c / 16 + c / 16) + (c / 16 * c / 8 + c / 8) + (c / 8 * c + c)),
        new Formula(
            "SlowSlow",
            (c * c / 8 + c / 8)
                + (c / 8 * c / 16 + c / 16)
                + (c / 16 * c / 8 + c / 8)
                + (c / 8 * c + c)),
        new Formula("Bump", se + c / 16 * c / 16 + c / 16),
        new Formula("BumpConv", se + 9 * c / 16 * c / 16 + c / 16),
        new Formula("ECA", c < 128 ? 3 : 5),
        new Formula("CBAMChannel", se),
        new Formula("CBAMSpatial", 2 * 7 * 7 + 2),
        new Formula("CBAM", se + 2 * 7 * 7 + 2),
        new Formula("cSE", c * c + c / 2 + c),
        new Formula("sSE", c + 1),
        new Formula("scSE", c * c + c / 2 + c + c + 1),
        new Formula("GatherExcite", 0),
        new Formula("GatherExcite(extent = 8)", 0),
        new Formula("GatherExcite(extent = 8, learned = true)", 3 * (9 * c + 2 * c)),
        new Formula("GatherExcite(learned = true)", 81 * c + 2 * c),
        new Formula("GatherExcite(learned = true, plus = true)", 81 * c + 2 * c + se),
        new Formula("SRM", 2 * c + 2 * c),
        new Formula("GlobalContext", (c + 1) + se + 2 * c / 16),
        new Formula(
            "SK(%d)".formatted(c), 2 * (9 * c * c / 32 + 2 * c) + 32 * c + 2 * 32 + 2 * 32 * c),
        new Formula("CoordAttention", c * hidden + hidden + 2 * hidden + 2 * (hidden * c + c)),
        new Formula("SimAM", 0),
        new Formula("NonLocal", 3 * (c * c / 2 + c / 2) + (c * c / 2 + c) + 2 * c),
        new Formula("SelfAttention", 4 * c * c + 4 * c));
  }

  @ParameterizedTest
  @ValueSource(longs = {32, 64, 256, 512})
  void hasTheParametersOfItsPaper(long channels) {
    for (Formula formula : formulas(channels)) {
      Network network = network(formula.block(), "[%d, 9, 9]".formatted(channels));
      assertEquals(formula.parameters(), Cost.of(network).parameters(), formula.block());
    }
  }

  @TestFactory
  Stream<DynamicTest> givesWhatItsPeerGives() {
    return ZooCounts.lines("attention")
        .map(line -> List.of(line.split("\\|", -1)))
        .map(cells -> DynamicTest.dynamicTest(cells.getFirst(), () -> agrees(cells)));
  }

  private static void agrees(List<String> cells) {
    Network network = network(cells.getFirst(), "[8, 7, 6]");
    assertEquals(Long.parseLong(cells.get(1).strip()), Cost.of(network).parameters());
    Digest.check(cells.get(2), ZooOutputsTest.results(network));
  }

  @Test
  void isHeldToBothEachOfThem() {
    Set<String> library =
        new ModuleLoader(new SourceTree(), new Diagnostics())
            .wholeLibrary().stream()
                .filter(module -> module.source().name().endsWith("attention.senet"))
                .flatMap(module -> module.declared().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(library, names(formulas(32).stream().map(Formula::block)));
    assertEquals(library, names(ZooCounts.lines("attention")));
  }

  private static Set<String> names(Stream<String> lines) {
    return lines.map(AttentionTest::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(String chain) {
    return chain.strip().split("\\W", 2)[0];
  }

  private static Network network(String block, String input) {
    String text =
        "senet 1; import std.attention (%s); net Case : %s < %s >"
            .formatted(name(block), input, block);
    return TestNetworks.ofText(text, block).getFirst();
  }
}
