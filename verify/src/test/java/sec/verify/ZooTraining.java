package sec.verify;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.weights.TrialWeights;
import sec.runtime.GradientRecording;
import sec.runtime.training.JavaNetwork;

/** A step of training: every parameter takes part. */
final class ZooTraining {
  /** Of the largest gradient in the network: what moves less stands still. */
  private static final double NOTHING = 1e-7;

  /** Of the largest gradient in the network: more is not what rounding leaves of a zero. */
  private static final double ROUNDING = 1e-3;

  /** A gate of two hidden units is as likely as not dead in one draw, but not in all of them. */
  private static final int DRAWS = 12;

  private final Network network;
  private final JavaNetwork java;
  private final float[] images;
  private final Shape shape;

  /** Of the network, on the images that it was verified on. */
  ZooTraining(Network network, NetworkVerification verification) {
    this.network = network;
    this.java = verification.java();
    this.images = verification.samples();
    this.shape = new Shape(verification.shape());
  }

  /**
   * Asserts, from the present values on, that the loss is finite and that a gradient reaches all
   * parameters but those that can have no effect, which get none.
   */
  void everythingLearns() {
    GradientRecording.off();
    Map<String, Double> sizes = gradients();
    for (String path : ShiftsAbsorbed.in(network)) {
      assertTrue(requireNonNull(sizes.get(path)) <= ROUNDING, () -> path + " learns");
    }
    Set<String> dead = new TreeSet<>(sizes.keySet());
    for (String path : ofFurtherResults(network)) {
      assertEquals(0.0, sizes.get(path), () -> path + " learns without a loss");
      dead.remove(path);
    }
    dead.removeAll(ShiftsAbsorbed.perhapsIn(network));
    dead.removeAll(moved(sizes));
    for (int draw = 1; draw < DRAWS && !dead.isEmpty(); draw++) {
      java.setValues(TrialWeights.of(draw, network).tensors());
      dead.removeAll(moved(gradients()));
    }
    assertEquals(Set.of(), dead, "no gradient reaches");
  }

  /** What auxiliary heads alone read: the loss is of the logits. */
  private static Set<String> ofFurtherResults(Network network) {
    Set<Integer> needed = new HashSet<>(Set.of(network.output()));
    Set<String> others =
        network.parameters().stream()
            .filter(Parameter::trained)
            .map(Parameter::path)
            .collect(Collectors.toSet());
    for (Node node : network.nodes().reversed()) {
      if (needed.contains(node.id())) {
        needed.addAll(node.inputs());
        node.parameters().forEach(parameter -> others.remove(parameter.path()));
      }
    }
    return others;
  }

  private static Set<String> moved(Map<String, Double> sizes) {
    return sizes.keySet().stream()
        .filter(path -> requireNonNull(sizes.get(path)) > NOTHING)
        .collect(Collectors.toSet());
  }

  /** The largest number in each parameter's gradient, by the largest of all. */
  private Map<String, Double> gradients() {
    try (NDManager manager = java.manager().newSubManager()) {
      NDArray input = manager.create(images, shape);
      try (GradientCollector gradients = manager.getEngine().newGradientCollector()) {
        NDArray loss = java.forward(input, true).logSoftmax(1).square().mean();
        gradients.backward(loss);
        assertTrue(Float.isFinite(loss.getFloat()), () -> "the loss is " + loss.getFloat());
      }
    }
    Map<String, Double> sizes = new LinkedHashMap<>();
    java.parameters().forEach((path, array) -> sizes.put(path, largest(array)));
    double largest = Collections.max(sizes.values());
    sizes.replaceAll((path, size) -> size / largest);
    return sizes;
  }

  /** The largest number in the gradient, which is zero afterwards. */
  private static double largest(NDArray parameter) {
    try (NDArray gradient = parameter.getGradient();
        NDArray magnitudes = gradient.abs();
        NDArray max = magnitudes.max()) {
      float largest = max.getFloat();
      gradient.muli(0);
      assertTrue(Float.isFinite(largest), "a gradient is not finite");
      return largest;
    }
  }
}
