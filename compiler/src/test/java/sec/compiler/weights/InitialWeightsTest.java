package sec.compiler.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Initializer;
import sec.compiler.operators.Shape;

class InitialWeightsTest {
  private static final int MANY = 100_001;

  /**
   * By PyTorch's rule: the second dimension of the weight counts as inputs, of a transposed one
   * too.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conv(8, 3, groups = 2) | Uniform[bound=0.23570226039551587]", // 1/sqrt(2 * 9)
        "conv_transpose(8, 3, groups = 2) | Uniform[bound=0.16666666666666666]", // 1/sqrt(4 * 9)
        "conv(8, 3, init = \"kaiming\") | Normal[deviation=0.16666666666666666]", // sqrt(2/72)
        "conv(8, 3, init = \"xavier\") | Uniform[bound=0.23570226039551584]", // sqrt(6/(36 + 72))
        "conv(8, 3, init = \"normal\") | Normal[deviation=0.01]",
        "gap channel_conv(3) | Uniform[bound=0.5773502691896258]", // 1/sqrt(3)
        "gap fc(8, groups = 2) | Uniform[bound=0.7071067811865475]", // 1/sqrt(2)
        "prelu | Constant[value=0.25]",
        "ln | Constant[value=1.0]",
        "gn(2, init = \"zeros\") | Constant[value=0.0]",
        "bn(init = \"zeros\") | Constant[value=0.0]"
      })
  void layersStartAsPyTorchHasThem(String chain, String initializer) {
    String text = "senet 1; net Case : [4, 5, 3] < " + chain + " >";
    Parameter weight = TestNetworks.ofText(text, chain).getFirst().parameters().getFirst();
    assertEquals(initializer, weight.initializer().toString());
  }

  /** If this changes, every network starts elsewhere: a change of format, not a detail. */
  @Test
  void valuesAreFixedForever() {
    assertArrayEquals(
        new float[] {0.37095898f, -0.07657409f, -0.3361869f, -0.4825521f},
        values(42, "stem.conv.weight", 4, new Initializer.Uniform(0.5)));
    assertArrayEquals(
        new float[] {-0.9319705f, 0.4865323f, 3.781401f, 0.41621876f, -4.865448f},
        values(42, "stem.conv.weight", 5, new Initializer.Normal(2)));
  }

  @Test
  void seedAndPathDecideAndTheSurroundingsDoNot() {
    Initializer uniform = new Initializer.Uniform(1);
    float[] values = values(1, "a.weight", 100, uniform);
    assertArrayEquals(values, values(1, "a.weight", 100, uniform));
    assertFalse(Arrays.equals(values, values(2, "a.weight", 100, uniform)));
    assertFalse(Arrays.equals(values, values(1, "b.weight", 100, uniform)));
    // A net with more outputs begins with the same numbers.
    assertArrayEquals(values, Arrays.copyOf(values(1, "a.weight", 200, uniform), 100));
  }

  @Test
  void uniformFillsItsRange() {
    float[] values = values(7, "u", MANY, new Initializer.Uniform(0.25));
    for (float value : values) {
      assertTrue(value >= -0.25f && value < 0.25f, () -> "outside: " + value);
    }
    // Five standard errors of the mean and of the mean square.
    assertEquals(0, mean(values, 1), 5 * 0.25 / Math.sqrt(3.0 * MANY));
    assertEquals(0.0625 / 3, mean(values, 2), 5 * 0.0625 * 0.3 / Math.sqrt(MANY));
  }

  @Test
  void normalHasItsMoments() {
    float[] values = values(7, "n", MANY, new Initializer.Normal(0.5));
    assertEquals(0, mean(values, 1), 5 * 0.5 / Math.sqrt(MANY));
    assertEquals(0.25, mean(values, 2), 5 * 0.25 * Math.sqrt(2.0 / MANY));
    assertEquals(3 * 0.0625, mean(values, 4), 5 * 0.0625 * Math.sqrt(96.0 / MANY));
    double pairs = 0;
    for (int i = 0; i + 1 < MANY; i += 2) {
      pairs += (double) values[i] * values[i + 1];
    }
    assertEquals(0, pairs / (MANY / 2.0), 5 * 0.25 / Math.sqrt(MANY / 2.0));
  }

  @Test
  void networkHasAllItsTensors() throws WeightsException {
    Network network = NetworkFixtures.squeezeExcitation();
    Weights weights = InitialWeights.of(3, network);
    assertEquals(
        network.parameters().size(),
        Weights.forNetwork(network, weights.tensors()).tensors().size());
    assertEquals(1, weights.get("stem.bn.running_var").values()[7]);
    assertEquals(0, weights.get("stem.bn.running_mean").values()[7]);
  }

  private static double mean(float[] values, int power) {
    double sum = 0;
    for (float value : values) {
      sum += Math.pow(value, power);
    }
    return sum / values.length;
  }

  private static float[] values(long seed, String path, int size, Initializer initializer) {
    return InitialWeights.of(seed, new Parameter(path, Shape.of(size), initializer, true)).values();
  }
}
