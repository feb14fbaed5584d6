package sec.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.table.CsvTable;
import sec.compiler.table.TextTable;

class ProfileTest {
  private static Network net(String body) {
    return TestNetworks.ofText("senet 1; net Case : [2, 4, 4] < " + body + " >", "case").getFirst();
  }

  /** Each in numbers of 4 bytes: the input has 32. */
  @Test
  void valuesLiveUntilTheirLastReader() {
    // conv and relu side by side.
    assertEquals(4 * (64 + 64), LiveMemory.of(net("conv(4) relu")).bytes());
    // The input waits for the addition: it, relu, tanh; then relu is no more, and the sum comes.
    assertEquals(4 * (32 + 32 + 32), LiveMemory.of(net("add(identity | relu tanh)")).bytes());
    assertEquals(4 * 4 * 32, LiveMemory.of(net("add(identity | relu | tanh)")).bytes());
    // A further result stays: relu, and at the end conv and tanh of conv.
    assertEquals(
        4 * (32 + 64 + 64),
        LiveMemory.of(net("relu; output early = identity; conv(4) tanh")).bytes());
    // Both halves live, though they are one operator's.
    assertEquals(
        4 * (64 + 64), LiveMemory.of(net("conv(4); let a, b = split(2); add(a | b)")).bytes());
    // The steps of an operator are its own affair.
    assertEquals(4 * (32 + 32), LiveMemory.of(net("hard_swish")).bytes());
  }

  @Test
  void memoryIsOfAllOutputs() {
    assertEquals(4 * (64 + 64), Profile.of(net("conv(4) relu")).total().bytes());
    assertEquals(
        4 * (64 + 64 + 32),
        Profile.of(net("conv(4); let a, b = split(2); add(a | b)")).total().bytes());
    assertEquals(4 * 32, Profile.of(net("gelu")).total().bytes());
  }

  /** At every depth the outermost add up to the total, and those inside of one to it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "residual.senet:Wrapped",
        "inception.senet:GoogLeNetAux",
        "unet.senet:SEUNet",
        "language.senet:Language",
        "mobile.senet:ShuffleNetV1",
        "hostile.senet:HostileVariant"
      })
  void sectionsAddUp(String target) {
    Profile profile = Profile.of(TestNetworks.of(target));
    assertEquals(profile.total(), sum(profile.layers().stream().map(Layer::cost).toList()));
    for (int depth : new int[] {0, 1, 2, Integer.MAX_VALUE}) {
      List<Section> sections = Section.of(profile, depth);
      assertEquals(
          profile.total(),
          sum(sections.stream().filter(s -> s.level() == 0).map(Section::cost).toList()),
          "depth " + depth);
    }
  }

  private static Totals sum(List<Totals> all) {
    return all.stream().reduce(Totals.NONE, Totals::plus);
  }

  @Test
  void equalBlocksInARowAreOneLine() {
    Network network = TestNetworks.library("SEResNet50Lean", List.of());
    String table = TextTable.render(NetworkSummary.table(network, OptionalInt.empty()));
    assertTrue(table.contains("  Bottleneck(256) × 5"), table);
    assertTrue(table.contains("folded to --depth 1"), table);
    assertTrue(table.lines().allMatch(line -> line.length() <= 120), table);
    // The paper: SE in all stages 28,088,024; the last stage has more than half of what it adds.
    NetworkComparison.Named plain =
        new NetworkComparison.Named("a", TestNetworks.library("ResNet50", List.of()));
    NetworkComparison.Named gated =
        new NetworkComparison.Named("b", TestNetworks.library("SEResNet50", List.of()));
    String csv = CsvTable.render(NetworkComparison.table(List.of(plain, gated), OptionalInt.of(0)));
    assertTrue(csv.contains("b,,0,28088024,2530992,9.9033,"), csv);
    assertTrue(csv.contains("stage4,stage4,1,16544128,1579392,"), csv);
    // The outputs of ResNet-50: torchinfo counts its convolutions, norms and the last layer twice.
    assertEquals(25_557_032, Profile.of(plain.network()).total().parameters());
  }

  /** A value that is read elsewhere, too, ends a row of equal blocks. */
  @Test
  void whatOthersReadIsNotFolded() {
    String unit = "senet 1; block Unit < conv(C, 3) relu > net Case : [2, 4, 4] < %s >";
    assertEquals(List.of("Unit × 3"), titles(unit.formatted("Unit * 3")));
    assertEquals(
        List.of("Unit", "Unit × 2", "add"),
        titles(unit.formatted("let a = Unit; a Unit * 2; add(a | identity)")));
    assertEquals(
        List.of("Unit", "Unit"), titles(unit.formatted("Unit; output early = identity; Unit")));
  }

  private static List<String> titles(String text) {
    Profile profile = Profile.of(TestNetworks.ofText(text, "case").getFirst());
    return Section.of(profile, 0).stream().map(Section::called).toList();
  }
}
