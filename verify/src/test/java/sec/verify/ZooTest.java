package sec.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.weights.TrialWeights;
import sec.compiler.weights.Weights;

/**
 * Every net and variant of the library: verified as {@code sec verify} does it, which holds the
 * Java to ONNX at every block, slot and layer; then trained by a step.
 *
 * <p>{@code -Pfull} adds every net with all settings of which counts are known, and at its own
 * input size where that is not slow.
 */
class ZooTest {
  private static final long SEED = 20170905;

  /** The flat trainable form is what these are held to; the one for any target does less. */
  private static final Set<Form> FORMS =
      Zoo.FULL ? EnumSet.allOf(Form.class) : EnumSet.of(Form.FUNCTIONS, Form.ORT_CPU);

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
    Weights weights = TrialWeights.of(SEED, network);
    try (NetworkVerification verification = new NetworkVerification(network, weights, SEED)) {
      Verification result = verification.run(FORMS);
      assertEquals(List.of(), result.failures());
      assertComplete(network, verification.compared());
      assertSpread(verification.logits());
      new ZooTraining(network, verification).everythingLearns();
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
}
