package sec.compiler.interpreter;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.fixtures.Digest;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;

/**
 * The witness itself, and what operators are made of, held to numbers recorded from PyTorch 2.13 by
 * {@code bench/peers/operators.py}, which says by which formulas inputs and weights are made.
 */
class PyTorchTest {
  private static final int SAMPLES = 2;

  @TestFactory
  Stream<DynamicTest> interpreterGivesTheSame() throws IOException {
    List<String> lines = recorded().lines().toList();
    assertFalse(lines.isEmpty());
    return lines.stream()
        .map(
            line -> {
              int bar = line.lastIndexOf('|');
              String chain = line.substring(0, bar).strip();
              return DynamicTest.dynamicTest(chain, () -> agrees(chain, line.substring(bar + 1)));
            });
  }

  private static String recorded() throws IOException {
    try (InputStream stream = PyTorchTest.class.getResourceAsStream("pytorch.txt")) {
      if (stream == null) {
        throw new IllegalStateException("pytorch.txt is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void agrees(String line, String digest) {
    int cut = line.indexOf(']') + 1;
    String text =
        "senet 1; net Case : %s < %s >".formatted(line.substring(0, cut), line.substring(cut));
    Network network = TestNetworks.ofText(text, line).getFirst();
    double[] input = formula(Math.toIntExact(SAMPLES * network.input().size()), 37, 11, 101);
    Batch batch = new Batch(SAMPLES, network.input(), input);
    Digest.check(digest, Interpreter.logits(network, weights(network), batch).values());
  }

  private static Weights weights(Network network) {
    Map<String, Tensor> tensors = new HashMap<>();
    for (Parameter parameter : network.parameters()) {
      int size = Math.toIntExact(parameter.shape().size());
      double[] numbers = formula(size, 29, 7 * tensors.size() + 3, 61);
      float[] values = new float[size];
      for (int i = 0; i < size; i++) {
        values[i] = (float) numbers[i];
      }
      tensors.put(parameter.path(), new Tensor(parameter.shape(), values));
    }
    return new Weights(tensors);
  }

  private static double[] formula(int size, int factor, int shift, int modulus) {
    double[] numbers = new double[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = ((factor * i + shift) % modulus - modulus / 2) / 32.0;
    }
    return numbers;
  }
}
