package sec.verify;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.operators.Primitive;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.TrialWeights;
import sec.compiler.weights.Weights;
import sec.runtime.GradientRecording;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.optimizers.Optimizer;
import sec.runtime.optimizers.Sgd;
import sec.runtime.training.JavaNetwork;
import sec.runtime.training.ScriptNetwork;
import sec.runtime.training.Trainable;

/** An archive trains as the generated Java does: gradients, statistics, and many steps. */
class ScriptTrainingTest {
  private static final long SEED = 7;
  private static final int SAMPLES = 5;
  private static final int STEPS = 20;

  /** Of the largest number of a tensor, in double precision, where trajectories hold together. */
  private static final double TOLERANCE = 1e-9;

  private static final double STATISTICS = 1e-6;

  /** Nets of the library, reduced, up to this many multiply-adds. */
  private static final long MACS = 4_000_000;

  /** One step of every net: every gradient, and what batch normalisation keeps. */
  @TestFactory
  Stream<DynamicTest> takesTheSameStep() {
    return Stream.concat(
            Zoo.upTo(MACS).stream(),
            Stream.of("constructs.senet:Constructs", "vocabulary.senet").map(TestNetworks::of))
        .filter(network -> network.nodes().stream().noneMatch(ScriptTrainingTest::isRandom))
        .map(network -> DynamicTest.dynamicTest(network.name(), () -> sameAfter(network, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SECifarResNet20", "ThreeLayerSE"})
  void takesTheSamePath(String net) throws Exception {
    sameAfter(TestNetworks.of(net, "input=[3, 13, 11]"), STEPS);
  }

  private static boolean isRandom(Node node) {
    return node.primitive() instanceof Primitive.Dropout
        || node.primitive() instanceof Primitive.DropPath;
  }

  private static void sameAfter(Network network, int steps) throws Exception {
    Weights weights = TrialWeights.of(SEED, network);
    Map<String, double[]> expected;
    try (JavaNetwork java =
        new JavaNetwork(
            InMemoryCompiler.ofJdk().newBlock(DjlBackend.generate(network)),
            network,
            Device.cpu(),
            DataType.FLOAT64)) {
      java.setValues(weights.tensors());
      expected = trained(java, network, steps);
    }
    Map<String, double[]> actual;
    try (Trainable script = new ScriptNetwork(network, weights, Precision.FP64, Device.cpu())) {
      actual = trained(script, network, steps);
    }
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (name, numbers) ->
            assertArrayEquals(
                numbers,
                requireNonNull(actual.get(name)),
                // DJL has BN's momentum as a float, of which only the statistics know.
                (name.contains(".running_") ? STATISTICS : TOLERANCE)
                    * Math.max(1e-3, largest(numbers)),
                name));
  }

  private static double largest(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
  }

  /** The losses, the last gradients, and all values at the end. */
  private static Map<String, double[]> trained(Trainable net, Network network, int steps) {
    GradientRecording.off();
    Map<String, double[]> seen = new LinkedHashMap<>();
    Random random = new Random(SEED);
    try (Optimizer optimizer = new Optimizer(new Sgd(0.9, 1e-4, false), net.manager())) {
      for (int step = 0; step < steps; step++) {
        try (NDManager manager = net.manager().newSubManager()) {
          NDArray images = images(manager, network, random);
          try (GradientCollector gradients = manager.getEngine().newGradientCollector()) {
            NDArray loss = net.forward(images, true).logSoftmax(1).square().mean();
            seen.put("loss " + step, loss.toDoubleArray());
            gradients.backward(loss);
          }
          if (step == steps - 1) {
            net.parameters()
                .forEach(
                    (path, array) ->
                        seen.put("gradient of " + path, array.getGradient().toDoubleArray()));
          }
          optimizer.step(net.parameters(), 0.01);
        }
      }
    }
    net.parameters().forEach((path, array) -> seen.put(path, array.toDoubleArray()));
    net.buffers().forEach((path, array) -> seen.put(path, array.toDoubleArray()));
    return seen;
  }

  /** What is loaded in the middle goes on, bit by bit, as if it had been there from the start. */
  @ParameterizedTest
  @EnumSource(names = {"FP32", "BF16"})
  void goesOnAsItWouldHave(Precision precision) throws Exception {
    Network network = TestNetworks.of("SECifarResNet20", "input=[3, 13, 11]");
    Map<String, Tensor> whole;
    Map<String, Tensor> half;
    try (Trainable net = script(network, TrialWeights.of(SEED, network), precision)) {
      steps(net, network, 0, 3);
      half = net.values();
      steps(net, network, 3, 6);
      whole = net.values();
    }
    try (Trainable net = script(network, new Weights(half), precision)) {
      steps(net, network, 3, 6);
      net.values()
          .forEach(
              (path, tensor) ->
                  assertArrayEquals(
                      requireNonNull(whole.get(path)).values(), tensor.values(), path));
    }
  }

  private static Trainable script(Network network, Weights weights, Precision precision)
      throws Exception {
    return new ScriptNetwork(network, weights, precision, Device.cpu());
  }

  /** Steps that depend on nothing but their number and the values before. */
  private static void steps(Trainable net, Network network, int from, int to) {
    GradientRecording.off();
    try (Optimizer optimizer = new Optimizer(new Sgd(0, 1e-4, false), net.manager())) {
      for (int step = from; step < to; step++) {
        try (NDManager manager = net.manager().newSubManager()) {
          NDArray images = images(manager, network, new Random(step));
          try (GradientCollector gradients = manager.getEngine().newGradientCollector()) {
            NDArray single = images.toType(DataType.FLOAT32, false);
            gradients.backward(net.forward(single, true).logSoftmax(1).square().mean());
          }
          optimizer.step(net.parameters(), 0.01);
        }
      }
    }
  }

  private static NDArray images(NDManager manager, Network network, Random random) {
    double[] numbers = random.doubles(SAMPLES * network.input().size(), -2, 2).toArray();
    Shape batch = new Shape(SAMPLES);
    for (int size : network.input().dimensions()) {
      batch = batch.add(size);
    }
    return manager.create(numbers, batch);
  }

  /** What a seed drops is the same in each of two archives, and another in the next step. */
  @ParameterizedTest
  @ValueSource(strings = {"dropout(0.25)", "drop_path(0.25)"})
  void dropsAsTheSeedSays(String operator) throws Exception {
    Network network = droppingOnly(operator);
    float[] first = dropped(network, 7);
    assertArrayEquals(first, dropped(network, 7));
    assertFalse(Arrays.equals(first, dropped(network, 8)));
    int zeros = 0;
    boolean wholeSamples = true;
    for (int i = 0; i < first.length; i++) {
      float value = first[i];
      assertTrue(value == 0 || Math.abs(value - 1 / 0.75) < 1e-6, () -> "is " + value);
      zeros += value == 0 ? 1 : 0;
      wholeSamples &= value == first[i - i % 8];
    }
    // Four standard deviations of the rarer of the two: of 2,000 samples.
    assertEquals(0.25, zeros / (double) first.length, 4 * Math.sqrt(0.25 * 0.75 / 2000));
    assertEquals(operator.startsWith("drop_path"), wholeSamples);
  }

  private static Network droppingOnly(String operator) {
    String text = "senet 1; net Drops : [4, 1, 2] < " + operator + " >";
    return TestNetworks.ofText(text, operator).getFirst();
  }

  private static float[] dropped(Network network, int seed) throws Exception {
    try (ScriptNetwork net =
        new ScriptNetwork(network, TrialWeights.of(SEED, network), Precision.FP32, Device.cpu())) {
      NDArray ones = net.manager().ones(new Shape(2000, 4, 1, 2));
      assertEquals(ones, net.forward(ones, false));
      Engine.getInstance().setRandomSeed(seed);
      return net.forward(ones, true).toFloatArray();
    }
  }

  /** In bfloat16 weights stay in single precision, and a step goes about the same way. */
  @Test
  void bfloatLearnsOnSingleWeights() throws Exception {
    Network network = TestNetworks.of("SECifarResNet20", "input=[3, 13, 11]");
    Weights weights = TrialWeights.of(SEED, network);
    double[] losses = new double[2];
    for (Precision precision : new Precision[] {Precision.FP32, Precision.BF16}) {
      try (ScriptNetwork net = new ScriptNetwork(network, weights, precision, Device.cpu());
          NDManager manager = net.manager().newSubManager()) {
        NDArray images = images(manager, network, new Random(SEED)).toType(DataType.FLOAT32, false);
        try (GradientCollector gradients = manager.getEngine().newGradientCollector()) {
          NDArray loss = net.forward(images, true).logSoftmax(1).square().mean();
          gradients.backward(loss);
          losses[precision.isMixed() ? 1 : 0] = loss.getFloat();
        }
        net.parameters()
            .forEach(
                (path, array) -> {
                  assertEquals(DataType.FLOAT32, array.getDataType(), path);
                  assertEquals(DataType.FLOAT32, array.getGradient().getDataType(), path);
                });
      }
    }
    assertEquals(losses[0], losses[1], 0.02 * losses[0]);
    assertTrue(losses[0] != losses[1], "nothing is computed in bfloat16");
  }
}
