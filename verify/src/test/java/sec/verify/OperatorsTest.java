package sec.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.fixtures.GarbageCollection;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.fixtures.OperatorCases;
import sec.compiler.interpreter.Batch;
import sec.compiler.interpreter.Interpreter;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Primitive;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.training.JavaNetwork;

/** Every operator of the vocabulary means the same to each witness, whatever it is made of. */
class OperatorsTest {
  private static final long SEED = 3;

  /** Of the step by which a weight is moved; small, so that no corner of a function is passed. */
  private static final float STEP = 0x1p-14f;

  /** Of the largest gradient of a tensor. */
  private static final double TOLERANCE = 1e-5;

  /** How many elements of each tensor are moved. */
  private static final int PROBES = 6;

  @TestFactory
  Stream<DynamicTest> inOnnxRuntime() {
    return agreement(new OnnxWitness(), OperatorCases.alone());
  }

  @TestFactory
  Stream<DynamicTest> inDjl() {
    return agreement(new DjlWitness(), OperatorCases.alone());
  }

  @TestFactory
  Stream<DynamicTest> inTorchScript() {
    return agreement(new ScriptWitness(), OperatorCases.alone());
  }

  /** Where the generated code knows no sizes, it has to work them out. */
  @TestFactory
  Stream<DynamicTest> inBlocksInDjl() {
    return agreement(new DjlWitness(), OperatorCases.inBlocks());
  }

  private static Stream<DynamicTest> agreement(Witness witness, Map<String, Network> cases) {
    return cases.entrySet().stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.getKey(), () -> AgreementTest.agrees(witness, line.getValue())));
  }

  /** The generated Java's gradients against finite differences of the interpreter, in double. */
  @TestFactory
  Stream<DynamicTest> gradients() {
    return OperatorCases.behindWeights().entrySet().stream()
        .map(line -> DynamicTest.dynamicTest(line.getKey(), () -> gradientsAgree(line.getValue())));
  }

  private static void gradientsAgree(Network network) throws Exception {
    Weights weights = NetworkFixtures.weights(network, SEED);
    Batch input = NetworkFixtures.input(network, 3, SEED);
    double[] direction =
        new Random(SEED).doubles(3 * network.outputNode().shape().size(), -1, 1).toArray();
    // What is random while training has no difference to take.
    boolean training =
        network.nodes().stream()
            .map(node -> node.primitive())
            .noneMatch(p -> p instanceof Primitive.Dropout || p instanceof Primitive.DropPath);
    Map<String, double[]> actual = gradients(network, weights, input, direction, training);
    Interpreter.Mode mode = training ? Interpreter.Mode.TRAINING : Interpreter.Mode.EVALUATION;
    Random random = new Random(SEED);
    for (Parameter parameter : network.parameters()) {
      double[] gradient = actual.get(parameter.path());
      if (gradient == null) {
        continue;
      }
      double largest = Math.max(1e-3, Arrays.stream(gradient).map(Math::abs).max().orElseThrow());
      for (int i = 0; i < PROBES; i++) {
        int at = random.nextInt(gradient.length);
        double expected = difference(network, weights, input, direction, mode, parameter, at);
        assertEquals(expected, gradient[at], TOLERANCE * largest, parameter.path() + " at " + at);
      }
    }
  }

  /** The sum of the results, each times its part of the direction, differentiated at one weight. */
  private static double difference(
      Network network,
      Weights weights,
      Batch input,
      double[] direction,
      Interpreter.Mode mode,
      Parameter parameter,
      int at) {
    double[] values = new double[2];
    float[] places = new float[2];
    for (int i = 0; i < 2; i++) {
      Map<String, Tensor> moved = new HashMap<>(weights.tensors());
      float[] numbers = weights.get(parameter.path()).values().clone();
      numbers[at] += i == 0 ? -STEP : STEP;
      places[i] = numbers[at];
      moved.put(parameter.path(), new Tensor(parameter.shape(), numbers));
      double[] results =
          Interpreter.run(network, new Weights(moved), input, mode).get(network.output()).values();
      for (int j = 0; j < results.length; j++) {
        values[i] += results[j] * direction[j];
      }
    }
    return (values[1] - values[0]) / ((double) places[1] - places[0]);
  }

  private static Map<String, double[]> gradients(
      Network network, Weights weights, Batch input, double[] direction, boolean training)
      throws Exception {
    var block = InMemoryCompiler.ofJdk().newBlock(DjlBackend.generate(network));
    Map<String, double[]> gradients = new HashMap<>();
    try (JavaNetwork net = new JavaNetwork(block, network, Device.cpu(), DataType.FLOAT64);
        NDManager manager = net.manager().newSubManager()) {
      net.setValues(weights.tensors());
      long[] sample = input.shape().dimensions().stream().mapToLong(d -> d).toArray();
      Shape shape = new Shape(input.size()).addAll(new Shape(sample));
      NDArray images = manager.create(input.values(), shape);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray result = net.forward(images, training);
        NDArray along = manager.create(direction, result.getShape());
        NDArray sum = result.mul(along).sum();
        GarbageCollection.now();
        collector.backward(sum);
      }
      net.parameters()
          .forEach((path, array) -> gradients.put(path, array.getGradient().toDoubleArray()));
    }
    return gradients;
  }
}
