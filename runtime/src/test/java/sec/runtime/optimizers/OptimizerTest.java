package sec.runtime.optimizers;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sec.runtime.ArrayCopy;
import sec.runtime.GradientRecording;
import sec.runtime.Recorded;

/** Holds the rules to PyTorch's own steps, recorded by {@code bench/peers/optimizers.py}. */
class OptimizerTest {
  private static final int STEPS = 50;
  private static final Sgd MOMENTUM = new Sgd(0.9, 0.0005);

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
        new Case("sgd-momentum", 0.1, MOMENTUM),
        new Case("sgd-nesterov", 0.1, new Sgd(0.9, 0.0005, true)),
        new Case("adadelta", 1, new Adadelta()),
        new Case("adadelta-decay", 0.5, new Adadelta(0.95, 1e-5, 0.01)),
        new Case("adam", 0.05, new Adam(0, false)),
        new Case("adam-decay", 0.05, new Adam(0.8, 0.99, 1e-6, 0.01, false)),
        new Case("adamw", 0.05, new Adam(0.01, true)),
        new Case("rmsprop", 0.01, new RmsProp()),
        new Case("rmsprop-all", 0.01, new RmsProp(0.9, 1e-6, 0.8, 0.01, true)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takesPyTorchsStepsInDoublePrecision(Case rule) throws IOException {
    new Run(rule.name(), rule.first(), ParameterGroup.all(rule.rule())).follow(1e-12);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takesPyTorchsStepsInSinglePrecision(Case rule) throws IOException {
    Run run = new Run(rule.name(), rule.first(), ParameterGroup.all(rule.rule()));
    run.precision = DataType.FLOAT32;
    run.follow(2e-5);
  }

  @Test
  void sparesVectorsTheDecay() throws IOException {
    Run run = new Run("groups", 0.05, ParameterGroup.withoutDecayOfVectors(new Adam(0.1, true)));
    run.shapes = new LinkedHashMap<>(Map.of("weight", new Shape(1, 5)));
    run.shapes.put("bias", new Shape(5));
    run.follow(1e-12);
  }

  @Test
  void clipsTheNormOfAllGradients() throws IOException {
    Run run = new Run("clip", 0.1, ParameterGroup.all(MOMENTUM));
    run.beforeUpdate =
        parameters -> GradientNorm.clip(parameters.values(), 0.6, requireNonNull(run.manager));
    run.follow(1e-12);
  }

  @Test
  void averagesWeightsAndBuffers() throws IOException {
    GradientRecording.off();
    try (NDManager manager = NDManager.newBaseManager()) {
      double[][] weights = Recorded.of("optimizers/pytorch.csv", "sgd-momentum");
      double[][] averages = Recorded.of("optimizers/pytorch.csv", "average");
      NDArray weight = manager.zeros(new Shape(5), DataType.FLOAT64);
      NDArray buffer = manager.zeros(new Shape(5), DataType.FLOAT64);
      SequencedMap<String, NDArray> network = new LinkedHashMap<>();
      network.put("weight", weight);
      network.put("running", buffer);
      WeightAverage average = new WeightAverage(0.9, network, manager);
      for (int step = 0; step < STEPS; step++) {
        double[] values = Arrays.copyOfRange(weights[step], 1, 6);
        int times = step;
        double[] others = DoubleStream.of(values).map(value -> times * value).toArray();
        ArrayCopy.into(weight, manager.create(values));
        ArrayCopy.into(buffer, manager.create(others));
        average.add(step == 0);

        average.exchange();
        assertArrayEquals(Arrays.copyOfRange(averages[step], 1, 6), weight.toDoubleArray(), 1e-12);
        assertArrayEquals(Arrays.copyOfRange(averages[step], 6, 11), buffer.toDoubleArray(), 1e-11);
        average.exchange();
        assertArrayEquals(values, weight.toDoubleArray());
        assertArrayEquals(others, buffer.toDoubleArray());
      }
    }
  }

  @Test
  void keepsItsStateByPath() {
    GradientRecording.off();
    try (NDManager manager = NDManager.newBaseManager();
        Optimizer optimizer = new Optimizer(new Adadelta(), manager)) {
      NDArray weight = start(manager, DataType.FLOAT32, new Shape(5));
      backward(manager, List.of(weight), 0);
      optimizer.step(Map.of("head.fc.weight", weight), 1);

      assertEquals(
          List.of("head.fc.weight.square_avg", "head.fc.weight.acc_delta"),
          List.copyOf(optimizer.state().keySet()));
      assertArrayEquals(new float[5], weight.getGradient().toFloatArray());
    }
  }

  /** Every step by an optimizer of its own, given the state of the one before. */
  @Test
  void goesOnWhereAnotherStood() throws IOException {
    UpdateRule rule = new Adam(0.8, 0.99, 1e-6, 0.01, false);
    Run run = new Run("adam-decay", 0.05, ParameterGroup.all(rule));
    run.next =
        before -> {
          Optimizer next = new Optimizer(rule, requireNonNull(run.manager));
          next.resume(before.steps(), before.state().keySet(), run.parameters);
          before
              .state()
              .forEach(
                  (name, array) -> ArrayCopy.into(requireNonNull(next.state().get(name)), array));
          before.close();
          return next;
        };
    run.follow(1e-12);
  }

  @Test
  void leavesNothingBehind() {
    GradientRecording.off();
    for (UpdateRule rule :
        List.of(
            new Sgd(0.9, 0.01, true),
            new Adam(0.01, true),
            new RmsProp(0.9, 1e-6, 0.8, 0.01, true))) {
      try (NDManager manager = NDManager.newBaseManager();
          Optimizer optimizer = new Optimizer(rule, manager)) {
        NDArray weight = start(manager, DataType.FLOAT32, new Shape(5));
        int before = 0;
        for (int step = 0; step < 20; step++) {
          backward(manager, List.of(weight), step);
          GradientNorm.clip(List.of(weight), 0.1, manager);
          optimizer.step(Map.of("weight", weight), 0.1 / (step + 1));
          int now = manager.getManagedArrays().size() + optimizer.state().size();
          assertEquals(step == 0 ? now : before, now);
          before = now;
        }
      }
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
    assertThrows(IllegalArgumentException.class, () -> new Adam(0.9, 1, 1e-8, 0, true));
    assertThrows(IllegalArgumentException.class, () -> new RmsProp(-0.1, 1e-8, 0, 0, false));
  }

  /** Fifty steps beside PyTorch's. */
  private static final class Run {
    private final String name;
    private final double first;
    private final List<ParameterGroup> groups;
    private DataType precision = DataType.FLOAT64;
    private SequencedMap<String, Shape> shapes =
        new LinkedHashMap<>(Map.of("weight", new Shape(5)));
    private Consumer<SequencedMap<String, NDArray>> beforeUpdate = parameters -> {};
    private UnaryOperator<Optimizer> next = before -> before;
    private final SequencedMap<String, NDArray> parameters = new LinkedHashMap<>();
    private @Nullable NDManager manager;

    Run(String name, double first, List<ParameterGroup> groups) {
      this.name = name;
      this.first = first;
      this.groups = groups;
    }

    void follow(double tolerance) throws IOException {
      GradientRecording.off();
      double[][] recorded = Recorded.of("optimizers/pytorch.csv", name);
      assertEquals(STEPS, recorded.length);
      Schedule schedule = Schedule.decayEachEpoch(first, 0.7);
      try (NDManager open = NDManager.newBaseManager()) {
        manager = open;
        shapes.forEach((path, shape) -> parameters.put(path, start(open, precision, shape)));
        Optimizer optimizer = new Optimizer(groups, open);
        for (int step = 0; step < STEPS; step++) {
          backward(open, parameters.values(), step);
          beforeUpdate.accept(parameters);
          optimizer = next.apply(optimizer);
          optimizer.step(parameters, schedule.learningRate(step, 10));
          double[] actual =
              parameters.values().stream()
                  .map(array -> array.toType(DataType.FLOAT64, true).toDoubleArray())
                  .flatMapToDouble(DoubleStream::of)
                  .toArray();
          assertEquals(recorded[step].length - 1, actual.length);
          for (int i = 0; i < actual.length; i++) {
            double expected = recorded[step][i + 1];
            assertEquals(expected, actual[i], tolerance * Math.max(0.1, Math.abs(expected)));
          }
        }
      }
    }
  }

  private static NDArray start(NDManager manager, DataType precision, Shape shape) {
    NDArray weight =
        manager.create(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}, shape).toType(precision, true);
    weight.setRequiresGradient(true);
    return weight;
  }

  private static void backward(NDManager parent, Iterable<NDArray> weights, int step) {
    double[] factors =
        IntStream.range(0, 5).mapToDouble(i -> Math.cos(0.37 * step + i) / 2).toArray();
    for (NDArray weight : weights) {
      try (NDManager manager = parent.newSubManager();
          GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
        NDArray factor =
            manager.create(factors, weight.getShape()).toType(weight.getDataType(), false);
        // The factor stands first, for results hang below the first operand's manager.
        NDArray half = manager.create(0.5).toType(weight.getDataType(), false);
        gradients.backward(factor.mul(weight).add(half.mul(weight).mul(weight)).sum());
      }
    }
  }
}
