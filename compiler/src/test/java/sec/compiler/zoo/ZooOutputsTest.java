package sec.compiler.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.fixtures.ZooCounts;
import sec.compiler.interpreter.Batch;
import sec.compiler.interpreter.Interpreter;
import sec.compiler.ir.Network;

/**
 * Nets of the library, reduced in size, give what independent ones in PyTorch give on the same
 * weights and input: the logits of two samples, in double precision, recorded by {@code
 * bench/peers/zoo}, which draws the numbers as it is done here.
 */
class ZooOutputsTest {
  private static final int SAMPLES = 2;
  private static final long WEIGHTS_SEED = 20180819;
  private static final long INPUT_SEED = 1;

  @TestFactory
  Stream<DynamicTest> givesWhatItsPeerGives() {
    List<String> lines = ZooCounts.lines("outputs").toList();
    assertFalse(lines.isEmpty());
    return lines.stream()
        .map(
            line -> {
              int bar = line.lastIndexOf('|');
              String title = line.substring(0, bar).strip();
              String[] numbers = line.substring(bar + 1).strip().split(" ", -1);
              double[] expected = Arrays.stream(numbers).mapToDouble(Double::parseDouble).toArray();
              return DynamicTest.dynamicTest(title, () -> agrees(title, expected));
            });
  }

  private static void agrees(String title, double[] expected) {
    List<String> words = List.of(title.split(" ", -1));
    double[] results =
        results(TestNetworks.of(words.getFirst(), List.of(), words.subList(1, words.size())));
    assertEquals(expected.length, results.length);
    double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], results[i], 1e-9 * largest, "logit " + i);
    }
  }

  /** What the interpreter gives, on weights and input as the peers have them. */
  static double[] results(Network network) {
    return Interpreter.logits(
            network, NetworkFixtures.weights(network, WEIGHTS_SEED), input(network))
        .values();
  }

  private static Batch input(Network network) {
    SplittableRandom random = new SplittableRandom(INPUT_SEED);
    double[] values = new double[Math.toIntExact(SAMPLES * network.input().size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (4 * random.nextDouble() - 2);
    }
    return new Batch(SAMPLES, network.input(), values);
  }
}
