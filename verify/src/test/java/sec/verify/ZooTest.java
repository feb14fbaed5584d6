package sec.verify;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.interpreter.Batch;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.onnx.ModelProto;
import sec.compiler.weights.Weights;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.training.JavaNetwork;

/**
 * Every net and variant of the library: elaborated, written as Java and as ONNX once, and held to
 * one another at every block, slot and layer; then trained by a step.
 *
 * <p>{@code -Pfull} adds every net at its own input size, and with all settings of which counts are
 * known.
 */
class ZooTest {
  private static final long SEED = 20170905;
  private static final int BATCH = 3;
  private static final double TOLERANCE = 1e-4;

  /** Where logits hardly differ, their agreement says little. */
  private static final double DEVIATION = 0.1;

  @TestFactory
  Stream<DynamicTest> agreesAndLearns() {
    return Zoo.configurations().stream()
        .map(
            configuration ->
                DynamicTest.dynamicTest(
                    configuration.toString(), () -> agreesAndLearns(configuration.network())));
  }

  private static void agreesAndLearns(Network network) throws Exception {
    Weights weights = NetworkFixtures.weights(network, SEED);
    Batch images = NetworkFixtures.input(network, BATCH, SEED);
    Taps taps = Taps.of(network);
    try (JavaNetwork java =
        new JavaNetwork(
            InMemoryCompiler.ofJdk().newBlock(DjlBackend.generate(network)),
            network,
            Device.cpu())) {
      java.setValues(weights.tensors());
      Map<Integer, float[]> inJava = ZooValues.inJava(java, taps, network, images);
      Map<Integer, float[]> inOnnx = ZooValues.inOnnx(network, weights, taps, images);
      assertComplete(network, inJava.keySet());
      inJava.forEach(
          (node, values) -> assertClose(network, node, requireNonNull(inOnnx.get(node)), values));
      float[] logits = requireNonNull(inOnnx.get(network.output()));
      assertSpread(logits);
      assertFirstSample(network, weights, images, logits);
      new ZooTraining(network, java).everythingLearns(images);
    }
  }

  /** What each label, block and slot computes has been compared. */
  private static void assertComplete(Network network, Set<Integer> compared) {
    List<String> missing = new ArrayList<>();
    collectMissing(network.root(), compared, missing);
    assertTrue(missing.isEmpty(), () -> "not compared: " + missing);
  }

  private static void collectMissing(
      Instance instance, Set<Integer> compared, List<String> missing) {
    boolean asked =
        instance.kind() == Instance.Kind.LABEL
            || instance.kind() == Instance.Kind.BLOCK
            || instance.kind() == Instance.Kind.SLOT;
    if (asked && !compared.contains(instance.result())) {
      missing.add(instance.path());
    }
    instance.children().forEach(child -> collectMissing(child, compared, missing));
  }

  private static void assertClose(Network network, int node, float[] expected, float[] actual) {
    assertEquals(expected.length, actual.length);
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs((double) expected[i]));
      double here = Math.abs((double) expected[i] - actual[i]);
      // NaN must not get lost in a comparison.
      difference = Double.isNaN(here) ? Double.POSITIVE_INFINITY : Math.max(difference, here);
    }
    double error = difference / Math.max(largest, Double.MIN_NORMAL);
    assertTrue(
        error <= TOLERANCE,
        () -> network.nodes().get(node).path() + " differs by " + error + " of its largest value");
  }

  private static void assertSpread(float[] logits) {
    double mean = 0;
    double squares = 0;
    for (float logit : logits) {
      mean += (double) logit / logits.length;
    }
    for (float logit : logits) {
      squares += (logit - mean) * (logit - mean) / logits.length;
    }
    double deviation = Math.sqrt(squares);
    assertTrue(deviation > DEVIATION, () -> "the logits' standard deviation is " + deviation);
    assertTrue(Double.isFinite(deviation), "the logits are not finite");
  }

  /** The model as users get it passes all checks; at another batch size the answer is the same. */
  private static void assertFirstSample(
      Network network, Weights weights, Batch images, float[] logits) throws Exception {
    ModelProto model = OnnxBackend.model(network, weights);
    assertEquals(List.of(), OnnxLint.check(model));
    byte[] bytes = model.toByteArray();
    if (OnnxChecker.unavailable().isEmpty()) {
      assertEquals(Optional.empty(), OnnxChecker.check(bytes));
    }
    int sample = Math.toIntExact(network.input().size());
    try (OnnxSession session = OnnxSession.of(bytes)) {
      float[] first =
          session.run(Arrays.copyOf(images.toFloats(), sample), ZooValues.shape(network, 1));
      assertClose(network, network.output(), Arrays.copyOf(logits, logits.length / BATCH), first);
    }
  }
}
