package sec.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sec.compiler.fixtures.HandBuiltNetwork;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.table.TextTable;

class CostTest {

  @Test
  void countsParametersBuffersAndMultiplyAdds() {
    Cost cost = Cost.of(NetworkFixtures.squeezeExcitation());
    // Two convolutions, two norms, two layers of the gate, the classifier.
    assertEquals(8 * 3 * 9 + 8 * 8 * 9 + 4 * 8 + 18 + 24 + 90, cost.parameters());
    assertEquals(4 * 8, cost.buffers());
    // The stem leaves 5x4 places.
    assertEquals(20 * 8 * 27 + 20 * 8 * 72 + 16 + 16 + 80, cost.macs());
  }

  @Test
  void rowsAddUpAndSharedTensorsCountOnce() {
    HandBuiltNetwork builder = new HandBuiltNetwork("Shared", Shape.of(4));
    int first = builder.add("mlp", NetworkFixtures.linear(4), 0);
    int second = builder.addShared("mlp[1]", first, first);
    Network network = builder.output(builder.add("sum", Primitive.Elementwise.ADD, first, second));
    Cost cost = Cost.of(network);
    assertEquals(20, cost.parameters());
    assertEquals(32, cost.macs());
    assertEquals(20, cost.rows().get(first).parameters());
    assertEquals(0, cost.rows().get(second).parameters());
    assertEquals(16, cost.rows().get(second).macs());
  }

  /** Convolutions of all kinds, layers in groups, and the two matrix products of attention. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[4, 5, 3] conv_transpose(6, 2, 2) | 60 * 6 * 4",
        "[4, 5, 3] conv_transpose(6, 3, groups = 2) | 60 * 3 * 9",
        "[6] fc(9, groups = 3) | 9 * 2",
        "[6] channel_conv(3) | 6 * 3",
        "[4, 5, 3] attend(identity @ tanh @ relu, heads = 2) | 2 * 15 * 15 * 4",
        "[4, 5, 3] gn(2) gelu softmax upsample(2) | 0"
      })
  void multiplyAddsOfTheVocabulary(String line, String product) {
    int cut = line.indexOf(']') + 1;
    String text =
        "senet 1; net Case : %s < %s >"
            .formatted(line.substring(0, cut), line.substring(cut).replace('@', '|'));
    long expected =
        Stream.of(product.split(" \\* ", -1)).mapToLong(Long::parseLong).reduce(1, (a, b) -> a * b);
    assertEquals(expected, Cost.of(TestNetworks.ofText(text, line).getFirst()).macs());
  }

  @Test
  void summaryShowsOperatorsAsTheyAreWritten() {
    String text =
        "senet 1; net Case : [4, 5, 3] < gn(2) silu attend(conv(2) | conv(2) | identity) >";
    Network network = TestNetworks.ofText(text, "").getFirst();
    assertEquals(
        """
        Case, input [4, 5, 3]

        layer        output  params      %  BN   MACs      %  memory  field
        ----------------------------------------------------------------------
        gn groups 2  4×5×3        8   33.3   0      0    0.0   240 B  1×1, all
        silu         4×5×3        0    0.0   0      0    0.0   240 B  1×1, all
        conv 1×1, 2  2×5×3        8   33.3   0    120    7.5   120 B  1×1, all
        conv 1×1, 2  2×5×3        8   33.3   0    120    7.5   120 B  1×1, all
        attend       4×5×3        0    0.0   0  1,350   84.9   240 B  1×1, all
        ----------------------------------------------------------------------
        total        4×5×3       24  100.0   0  1,590  100.0   960 B

        memory: all outputs, one sample, 4 bytes a number; at most 720 B live at once, at attend
        field: rows × columns of the input that windows see; all: every place, by a mean or the like
        """,
        TextTable.render(NetworkSummary.table(network, OptionalInt.empty())));
  }
}
