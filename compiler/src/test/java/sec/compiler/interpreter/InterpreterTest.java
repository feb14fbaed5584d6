package sec.compiler.interpreter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.ir.Network;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.operators.Window;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;

/** The witness itself, on examples small enough to be worked out by hand. */
class InterpreterTest {
  private static final Shape ROW = Shape.of(1, 1, 6);
  private static final Window ONE = new Window(1, 1, 0, 1, false);

  @Test
  void convolutionCorrelatesWithoutTurningTheKernel() {
    Window window = new Window(2, 2, 1, 2, false);
    Primitive conv = new Primitive.Conv(1, ONE, window, 1, true, "default");
    Network network = NetworkFixtures.chain("Conv", ROW, conv);
    Weights weights =
        new Weights(
            Map.of(
                "conv0.weight", new Tensor(Shape.of(1, 1, 1, 2), new float[] {10, 1}),
                "conv0.bias", new Tensor(Shape.of(1), new float[] {0.5f})));
    // Elements -1 and 1, then 1 and 3, then 3 and 5.
    assertArrayEquals(
        new double[] {2.5, 24.5, 46.5}, logits(network, weights, 1, 2, 3, 4, 5, 6), 1e-12);
  }

  @Test
  void groupsKeepTheirChannelsApart() {
    Primitive conv = new Primitive.Conv(2, ONE, ONE, 2, false, "default");
    Network network = NetworkFixtures.chain("Groups", Shape.of(2, 1, 2), conv);
    Tensor weight = new Tensor(Shape.of(2, 1, 1, 1), new float[] {2, 3});
    Weights weights = new Weights(Map.of("conv0.weight", weight));
    assertArrayEquals(new double[] {2, 4, 9, 12}, logits(network, weights, 1, 2, 3, 4), 1e-12);
  }

  @Test
  void averageCountsPaddingAsAskedButNeverTheOverhang() {
    Window window = new Window(4, 3, 2, 1, true);
    // Windows start at -2, 1 and 4; the last sees 5, 6, two of padding; nothing overhangs.
    double[] with = pooled(new Primitive.AvgPool(ONE, window, true), 1, 2, 3, 4, 5, 6);
    assertArrayEquals(new double[] {3 / 4.0, 14 / 4.0, 11 / 4.0}, with, 1e-12);
    double[] without = pooled(new Primitive.AvgPool(ONE, window, false), 1, 2, 3, 4, 5, 6);
    assertArrayEquals(new double[] {3 / 2.0, 14 / 4.0, 11 / 2.0}, without, 1e-12);
    // Windows of 3 at -1, 1, 3 and 5: the last sees the 6, the padding, and one past it.
    Window overhanging = new Window(3, 2, 1, 1, true);
    double[] counted = pooled(new Primitive.AvgPool(ONE, overhanging, true), 1, 2, 3, 4, 5, 6);
    assertArrayEquals(new double[] {1, 3, 5, 6 / 2.0}, counted, 1e-12);
  }

  @Test
  void lastWindowMayNotStartInTheRightPadding() {
    Window window = new Window(2, 2, 1, 1, true);
    // Starts at -1, 1, 3, 5; the next would start at 7, in the padding.
    double[] pooled = pooled(new Primitive.MaxPool(ONE, window), -1, -2, -3, -4, -5, -6);
    assertArrayEquals(new double[] {-1, -2, -4, -6}, pooled, 0);
  }

  @Test
  void batchNormUsesRunningStatisticsOrTheBatch() {
    Primitive bn = new Primitive.BatchNorm(0, 0.1);
    Network network = NetworkFixtures.chain("Norm", Shape.of(1), bn);
    Weights weights =
        new Weights(
            Map.of(
                "bn0.weight", new Tensor(Shape.of(1), new float[] {2}),
                "bn0.bias", new Tensor(Shape.of(1), new float[] {1}),
                "bn0.running_mean", new Tensor(Shape.of(1), new float[] {3}),
                "bn0.running_var", new Tensor(Shape.of(1), new float[] {16})));
    Batch input = new Batch(2, Shape.of(1), new double[] {7, 9});
    assertArrayEquals(new double[] {3, 4}, Interpreter.logits(network, weights, input).values());
    List<Batch> trained = Interpreter.run(network, weights, input, Interpreter.Mode.TRAINING);
    assertArrayEquals(new double[] {-1, 3}, trained.getLast().values(), 1e-12);
  }

  @Test
  void samplesDoNotMeet() {
    Network network = NetworkFixtures.squeezeExcitation();
    Weights weights = NetworkFixtures.weights(network, 1);
    Batch three = NetworkFixtures.input(network, 3, 2);
    double[] together = Interpreter.logits(network, weights, three).values();
    int size = Math.toIntExact(network.input().size());
    for (int i = 0; i < 3; i++) {
      double[] sample = Arrays.copyOfRange(three.values(), i * size, (i + 1) * size);
      Batch one = new Batch(1, network.input(), sample);
      assertArrayEquals(
          Arrays.copyOfRange(together, 10 * i, 10 * i + 10),
          Interpreter.logits(network, weights, one).values());
    }
  }

  @Test
  void concatAndMergeFollowTheChannels() {
    Batch map = new Batch(1, Shape.of(2, 1, 2), new double[] {1, 2, 3, 4});
    Batch gate = new Batch(1, Shape.of(2), new double[] {10, 100});
    assertArrayEquals(
        new double[] {10, 20, 300, 400},
        Elements.merge(Primitive.Elementwise.MUL, List.of(gate, map)).values());
    Batch joined = Elements.concat(new Primitive.Concat(0), List.of(map, map));
    assertEquals(Shape.of(4, 1, 2), joined.shape());
    assertArrayEquals(new double[] {1, 2, 3, 4, 1, 2, 3, 4}, joined.values());
  }

  private static double[] pooled(Primitive pool, double... row) {
    return logits(NetworkFixtures.chain("Pool", ROW, pool), new Weights(Map.of()), row);
  }

  private static double[] logits(Network network, Weights weights, double... sample) {
    return Interpreter.logits(network, weights, new Batch(1, network.input(), sample)).values();
  }
}
