package sec.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.interpreter.Batch;
import sec.compiler.interpreter.Interpreter;
import sec.compiler.ir.Network;
import sec.compiler.weights.InitialWeights;

class ReceptiveFieldTest {

  private static ReceptiveField last(Network network) {
    return FieldWalk.of(network).orElseThrow().get(network.output());
  }

  /** Sizes by hand; 483 for ResNet-50 is that of Araujo, Norris, Sim (Distill, 2019). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conv(2, 3) | 3×3",
        "conv(2, 3) conv(2, 3) | 5×5",
        "conv(2, 3, 2) conv(2, 3) | 7×7",
        "conv(2, [1, 5]) transpose conv(2, [1, 3]) | 5×3",
        "conv(2, 3, dilation = 2) maxpool(2) | 6×6",
        "maxpool(2) upsample(2) conv(2, 3) | 4×4",
        "maxpool(2) upsample(2, mode = 'bilinear') | 4×4",
        "maxpool(4) conv_transpose(2, 2, 2) conv(2, 3) | 8×8",
        "lrn | 1×1",
        "ln conv(2, 3) softmax | 3×3",
        "gn(1) | 1×1, all",
        "conv(2, 3) softmax('HW') | 3×3, all",
        "add(conv(2, 5) ! identity) | 5×5",
        "mul(conv(2, 3) ! gap fc(2) sigmoid) | 3×3, all",
        "mean('W') conv(2, [3, 1]) | 3×all",
        "conv(2, 3) attend(identity ! identity ! identity) | 3×3, all",
        "conv(2, 3) gap | all",
        "conv(2, 3) flatten fc(2) | all"
      })
  void sizes(String chain, String expected) {
    String text =
        "senet 1; net Case : [2, 32, 32] < %s >"
            .formatted(chain.replace('!', '|').replace('\'', '"'));
    assertEquals(expected, last(TestNetworks.ofText(text, "case").getFirst()).toString());
  }

  @Test
  void residualNetwork() {
    Network network = TestNetworks.library("ResNet50", List.of());
    Profile profile = Profile.of(network);
    Layer last = profile.layers().get(profile.layers().size() - 3);
    assertEquals("483×483", last.field().orElseThrow().toString());
  }

  /**
   * The field is as large as it can be seen to be: of the elements around the middle of the result,
   * as the interpreter computes it, one changes with so many rows of the input and none with more.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "conv(2, 3, 2) bn relu conv(2, 3)",
        "conv(2, [1, 5]) dwconv(3, dilation = 2) avgpool(2)",
        "maxpool(2) upsample(2) conv(1, 3)",
        "maxpool(2) upsample(2, mode = 'bilinear') conv(1, 3)",
        "add(conv(2, 3) conv(2, 3) ! identity) conv(2, 2, pad = 0)",
        "maxpool(2) conv_transpose(2, 3, 2) lrn",
        "conv(2, [3, 1]) transpose conv(2, [5, 1]) transpose"
      })
  void asManyRowsAndColumnsCount(String chain) {
    String text =
        "senet 1; net Case : [2, 24, 24] < %s >"
            .formatted(chain.replace('!', '|').replace('\'', '"'));
    Network network = TestNetworks.ofText(text, "case").getFirst();
    ReceptiveField field = last(network);
    assertEquals(field.height().elements(), most(network, true), "rows of " + field);
    assertEquals(field.width().elements(), most(network, false), "columns of " + field);
  }

  /** From how many lines on an element depends, of all elements the one with the most. */
  private static int most(Network network, boolean rows) {
    double[] pixels = new Random(3).doubles(network.input().size(), 0.1, 1).toArray();
    double[] before = values(network, pixels);
    int[] counts = new int[before.length];
    int side = network.input().width();
    for (int line = 0; line < side; line++) {
      double[] more = values(network, changed(network, pixels, line, rows, 9));
      double[] less = values(network, changed(network, pixels, line, rows, -9));
      for (int i = 0; i < counts.length; i++) {
        counts[i] += more[i] == before[i] && less[i] == before[i] ? 0 : 1;
      }
    }
    return IntStream.of(counts).max().orElseThrow();
  }

  private static double[] changed(
      Network network, double[] pixels, int line, boolean row, double by) {
    double[] changed = pixels.clone();
    int side = network.input().width();
    for (int c = 0; c < network.input().channels(); c++) {
      for (int i = 0; i < side; i++) {
        changed[(c * side + (row ? line : i)) * side + (row ? i : line)] += by + 0.1 * i;
      }
    }
    return changed;
  }

  private static double[] values(Network network, double[] pixels) {
    Batch input = new Batch(1, network.input(), pixels);
    return Interpreter.logits(network, InitialWeights.of(7, network), input).values();
  }
}
