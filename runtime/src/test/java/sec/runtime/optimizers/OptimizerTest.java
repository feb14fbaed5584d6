package sec.runtime.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sec.runtime.GradientRecording;

/** Holds the rules to PyTorch's own steps, recorded by {@code bench/peers/optimizers.py}. */
class OptimizerTest {
  private static final int STEPS = 50;

  record Case(String name, double first, UpdateRule rule) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("sgd", 0.1, new Sgd(0, 0)),
        new Case("sgd-decay", 0.1, new Sgd(0, 0.01)),
        new Case("sgd-momentum", 0.1, new Sgd(0.9, 0.0005)),
        new Case("sgd-nesterov", 0.1, new Sgd(0.9, 0.0005, true)),
        new Case("adadelta", 1, new Adadelta()),
        new Case("adadelta-decay", 0.5, new Adadelta(0.95, 1e-5, 0.01)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takesPyTorchsStepsInDoublePrecision(Case rule) throws IOException {
    follow(rule, DataType.FLOAT64, 1e-12);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takesPyTorchsStepsInSinglePrecision(Case rule) throws IOException {
    follow(rule, DataType.FLOAT32, 1e-5);
  }

  @Test
  void keepsItsStateByPath() {
    GradientRecording.off();
    try (NDManager manager = NDManager.newBaseManager();
        Optimizer optimizer = new Optimizer(new Adadelta(), manager)) {
      NDArray weight = start(manager, DataType.FLOAT32);
      backward(manager, weight, 0);
      optimizer.step(Map.of("head.fc.weight", weight), 1);

      assertEquals(
          List.of("head.fc.weight.square_avg", "head.fc.weight.acc_delta"),
          List.copyOf(optimizer.state().keySet()));
      assertArrayEquals(new float[5], weight.getGradient().toFloatArray());
    }
  }

  @Test
  void leavesNothingBehind() {
    GradientRecording.off();
    try (NDManager manager = NDManager.newBaseManager();
        Optimizer optimizer = new Optimizer(new Sgd(0.9, 0.01, true), manager)) {
      NDArray weight = start(manager, DataType.FLOAT32);
      backward(manager, weight, 0);
      optimizer.step(Map.of("weight", weight), 0.1);
      int before = manager.getManagedArrays().size() + optimizer.state().size();

      for (int step = 1; step < 20; step++) {
        backward(manager, weight, step);
        optimizer.step(Map.of("weight", weight), 0.1 / step);
      }

      assertEquals(before, manager.getManagedArrays().size() + optimizer.state().size());
    }
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> new Sgd(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Sgd(0, -1));
    assertThrows(IllegalArgumentException.class, () -> new Sgd(0, 0, true));
    assertThrows(IllegalArgumentException.class, () -> new Adadelta(1.1, 1e-6, 0));
    assertThrows(IllegalArgumentException.class, () -> new Adadelta(0.9, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Adadelta(0.9, 1e-6, Double.NaN));
  }

  private static void follow(Case rule, DataType precision, double tolerance) throws IOException {
    GradientRecording.off();
    double[][] recorded = recorded(rule.name());
    assertEquals(STEPS, recorded.length);
    try (NDManager manager = NDManager.newBaseManager();
        Optimizer optimizer = new Optimizer(rule.rule(), manager)) {
      NDArray weight = start(manager, precision);
      Schedule schedule = Schedule.decayEachEpoch(rule.first(), 0.7);
      for (int step = 0; step < STEPS; step++) {
        backward(manager, weight, step);
        optimizer.step(Map.of("weight", weight), schedule.learningRate(step, 10));
        double[] actual = weight.toType(DataType.FLOAT64, true).toDoubleArray();
        for (int i = 0; i < actual.length; i++) {
          double expected = recorded[step][i];
          assertEquals(expected, actual[i], tolerance * Math.max(0.1, Math.abs(expected)));
        }
      }
    }
  }

  private static NDArray start(NDManager manager, DataType precision) {
    NDArray weight = manager.create(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}).toType(precision, true);
    weight.setRequiresGradient(true);
    return weight;
  }

  private static void backward(NDManager parent, NDArray weight, int step) {
    double[] factors =
        IntStream.range(0, 5).mapToDouble(i -> Math.cos(0.37 * step + i) / 2).toArray();
    try (NDManager manager = parent.newSubManager();
        GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
      NDArray factor = manager.create(factors).toType(weight.getDataType(), false);
      // The factor stands first, for results hang below the first operand's manager.
      NDArray half = manager.create(0.5).toType(weight.getDataType(), false);
      gradients.backward(factor.mul(weight).add(half.mul(weight).mul(weight)).sum());
    }
  }

  private static double[][] recorded(String name) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                OptimizerTest.class.getResourceAsStream("pytorch.csv"), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> line.startsWith(name + ","))
          .map(line -> Stream.of(line.split(",")).skip(2).mapToDouble(Double::parseDouble))
          .map(DoubleStream::toArray)
          .toArray(double[][]::new);
    }
  }
}
