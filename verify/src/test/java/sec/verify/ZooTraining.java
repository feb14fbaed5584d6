package sec.verify;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.interpreter.Batch;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.operators.Primitive;
import sec.runtime.GradientRecording;
import sec.runtime.training.JavaNetwork;

/** A step of training: every parameter takes part. */
final class ZooTraining {
  /** Of the largest gradient in the network: less is what rounding leaves of a zero. */
  private static final double NOTHING = 1e-7;

  /** A gate of two hidden units is as likely as not dead in one draw, but not in all of them. */
  private static final int DRAWS = 12;

  private final Network network;
  private final JavaNetwork java;

  ZooTraining(Network network, JavaNetwork java) {
    this.network = network;
    this.java = java;
  }

  /**
   * Asserts, from the present values on, that the loss is finite and that all learn but those of no
   * effect.
   */
  void everythingLearns(Batch images) {
    GradientRecording.off();
    Set<String> dead = new TreeSet<>(java.parameters().keySet());
    Set<String> expected = withoutEffect();
    dead.removeAll(moved(images));
    for (int draw = 1; draw < DRAWS && !dead.equals(expected); draw++) {
      java.setValues(NetworkFixtures.weights(network, draw).tensors());
      dead.removeAll(moved(images));
    }
    assertEquals(expected, dead, "no gradient reaches");
  }

  /** The paths of the parameters that a step from the present values would change. */
  private Set<String> moved(Batch images) {
    try (NDManager manager = java.manager().newSubManager()) {
      NDArray input =
          manager.create(images.toFloats(), new Shape(ZooValues.shape(network, images.size())));
      try (GradientCollector gradients = manager.getEngine().newGradientCollector()) {
        NDArray loss = java.forward(input, true).logSoftmax(1).square().mean();
        gradients.backward(loss);
        assertTrue(Float.isFinite(loss.getFloat()), () -> "the loss is " + loss.getFloat());
      }
    }
    Map<String, Float> sizes = new LinkedHashMap<>();
    java.parameters().forEach((path, array) -> sizes.put(path, largest(array)));
    double largest = Collections.max(sizes.values());
    return sizes.keySet().stream()
        .filter(path -> requireNonNull(sizes.get(path)) > NOTHING * largest)
        .collect(Collectors.toSet());
  }

  /** The largest number in the gradient, which is zero afterwards. */
  private static float largest(NDArray parameter) {
    try (NDArray gradient = parameter.getGradient();
        NDArray magnitudes = gradient.abs();
        NDArray max = magnitudes.max()) {
      float largest = max.getFloat();
      gradient.muli(0);
      assertTrue(Float.isFinite(largest), "a gradient is not finite");
      return largest;
    }
  }

  /** A convolution's bias before a batch normalisation, which takes it off again. */
  private Set<String> withoutEffect() {
    Set<String> paths = new TreeSet<>();
    for (Node node : network.nodes()) {
      if (node.primitive() instanceof Primitive.BatchNorm) {
        Node before = network.nodes().get(node.inputs().getFirst());
        if (before.primitive() instanceof Primitive.Conv conv && conv.bias()) {
          paths.add(before.parameters().getLast().path());
        }
      }
    }
    return paths;
  }
}
