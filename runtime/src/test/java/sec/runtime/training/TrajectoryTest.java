package sec.runtime.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;
import sec.compiler.weights.TrialWeights;
import sec.compiler.weights.Weights;
import sec.runtime.Recorded;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.data.ImageData;
import sec.runtime.data.ImageSplit;
import sec.runtime.data.Normalisation;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.Sgd;

/**
 * SE-ResNet-20 takes PyTorch's way: recorded by {@code bench/peers/trajectories.py}, which says
 * what is trained on what.
 */
class TrajectoryTest {
  private static final String FILE = "training/trajectory.csv";
  private static final long WEIGHTS_SEED = 20180819;
  private static final int SIDE = 16;
  private static final int IMAGES = 32;
  private static final int CLASSES = 4;
  private static final int BATCH = 8;
  private static final int EPOCHS = 5;
  private static final int STEPS = EPOCHS * IMAGES / BATCH;

  private final Network network =
      new Targets(new Diagnostics())
          .network(
              new TargetRequest(
                  "SECifarResNet20",
                  List.of(),
                  List.of("shortcut=\"B\"", "input=[3,16,16]", "classes=" + CLASSES)))
          .orElseThrow();

  /** The arrays after each step, flat and in double precision. */
  private static final class Steps implements TrainingListener {
    private final Trainable network;
    private final List<double[]> parameters = new ArrayList<>();
    private final List<double[]> buffers = new ArrayList<>();
    private double firstLoss;

    Steps(Trainable network) {
      this.network = network;
    }

    @Override
    public void stepDone(int epoch, long images, Evaluation train) {
      if (parameters.isEmpty()) {
        firstLoss = train.loss();
      }
      parameters.add(flat(network.parameters().values()));
      buffers.add(flat(network.buffers().values()));
    }
  }

  /** What computes. */
  enum Way {
    /**
     * The generated Java. DJL takes BN's momentum in single precision: what PyTorch has as 0.1 is
     * 0.100000024 there.
     */
    JAVA(5e-7),
    ARCHIVE(1e-10);

    private final double statistics;

    Way(double statistics) {
      this.statistics = statistics;
    }

    Trainable start(Network network, DataType precision) throws Exception {
      Weights weights = TrialWeights.of(WEIGHTS_SEED, network);
      if (this == ARCHIVE) {
        Precision numbers = precision == DataType.FLOAT64 ? Precision.FP64 : Precision.FP32;
        return new ScriptNetwork(network, weights, numbers, Device.cpu());
      }
      Trainable java =
          new JavaNetwork(
              InMemoryCompiler.ofJdk().newBlock(DjlBackend.generate(network)),
              network,
              Device.cpu(),
              precision);
      java.setValues(weights.tensors());
      return java;
    }
  }

  @ParameterizedTest
  @EnumSource
  void inDoublePrecisionAllTheWay(Way way) throws Exception {
    Sgd rule = new Sgd(0.9, 5e-4, true);
    Schedule schedule = Schedule.decayEachEpoch(0.1, 0.7);
    Steps steps = train(way, DataType.FLOAT64, rule, schedule, EPOCHS);

    double[][] parameters = Recorded.of(FILE, "parameters");
    double[][] buffers = Recorded.of(FILE, "buffers");
    assertEquals(STEPS, parameters.length);
    assertEquals(STEPS, steps.parameters.size());
    for (int step = 0; step < STEPS; step++) {
      assertDigest(parameters[step], steps.parameters.get(step), 1e-10);
      assertDigest(buffers[step], steps.buffers.get(step), way.statistics);
    }
  }

  /** With a rate of 1 and nothing else, a step takes the gradient off the weights. */
  @ParameterizedTest
  @EnumSource
  void inSinglePrecisionForAStep(Way way) throws Exception {
    Steps steps = train(way, DataType.FLOAT32, new Sgd(0, 0), Schedule.constant(1), 1);

    double loss = Recorded.of(FILE, "loss")[0][0];
    assertEquals(loss, steps.firstLoss, 1e-5 * loss);
    double[] before =
        TrialWeights.of(WEIGHTS_SEED, network).tensors().entrySet().stream()
            .filter(named -> !named.getKey().contains(".running_"))
            .flatMapToDouble(named -> numbers(named.getValue().values()))
            .toArray();
    double[] gradient = steps.parameters.getFirst().clone();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = before[i] - gradient[i];
    }
    assertDigest(Recorded.of(FILE, "gradient")[0], gradient, 1e-4);
    assertDigest(Recorded.of(FILE, "buffers")[0], steps.buffers.getFirst(), 1e-4);
  }

  private Steps train(Way way, DataType precision, Sgd rule, Schedule schedule, int epochs)
      throws Exception {
    TrainingSettings settings = new TrainingSettings(epochs, BATCH, 7, rule, schedule);
    try (Trainable trained = way.start(network, precision)) {
      Steps steps = new Steps(trained);
      new Trainer(settings, images(), List.of(steps), new StopSignal()).train(trained);
      return steps;
    }
  }

  private static void assertDigest(double[] recorded, double[] values, double tolerance) {
    double largest = Math.abs(DoubleStream.of(values).map(Math::abs).max().orElse(0));
    double absolute = DoubleStream.of(values).map(Math::abs).sum();
    double squares = DoubleStream.of(values).map(value -> value * value).sum();
    assertEquals(recorded[0], DoubleStream.of(values).sum(), tolerance * absolute, "sum");
    assertEquals(recorded[1], squares, tolerance * squares, "sum of squares");
    int probes = recorded.length - 2;
    for (int k = 0; k < probes; k++) {
      int place = (int) ((long) k * (values.length - 1) / (probes - 1));
      assertEquals(recorded[k + 2], values[place], tolerance * largest, "element " + place);
    }
  }

  private static double[] flat(Collection<NDArray> arrays) {
    return arrays.stream()
        .flatMapToDouble(
            array -> {
              try (NDArray copy = array.toType(DataType.FLOAT64, true)) {
                return DoubleStream.of(copy.toDoubleArray());
              }
            })
        .toArray();
  }

  private static DoubleStream numbers(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
  }

  private static ImageData images() {
    byte[] pixels = new byte[IMAGES * 3 * SIDE * SIDE];
    int[] labels = new int[IMAGES];
    int next = 0;
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = i % CLASSES;
      for (int c = 0; c < 3; c++) {
        for (int y = 0; y < SIDE; y++) {
          for (int x = 0; x < SIDE; x++) {
            pixels[next++] = (byte) (37 * i + 11 * c + 5 * y + 3 * x + 13 * i * x + 7 * c * y);
          }
        }
      }
    }
    ImageSplit split = new ImageSplit(3, SIDE, SIDE, pixels, labels);
    Normalisation normalisation =
        new Normalisation(new float[] {0.5f, 0.5f, 0.5f}, new float[] {0.25f, 0.25f, 0.25f});
    return new ImageData("waves", List.of("a", "b", "c", "d"), split, split, normalisation);
  }
}
