package sec.verify;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.Tensor;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.data.ImageData;
import sec.runtime.data.ImageSplit;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.Sgd;
import sec.runtime.training.Evaluation;
import sec.runtime.training.JavaNetwork;
import sec.runtime.training.StopSignal;
import sec.runtime.training.Trainable;
import sec.runtime.training.Trainer;
import sec.runtime.training.TrainingListener;
import sec.runtime.training.TrainingSettings;

/** The generated Java trains as well as it answers. */
class GeneratedTrainingTest {
  private static final int EPOCHS = 4;

  /** One with which no gate of a few hidden units is dead from the start, and so never learns. */
  private static final long SEED = 2;

  /** Every operator's arrays hang below the step's manager, and every parameter learns. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "constructs.senet:Constructs",
        "constructs.senet:ConstructsBump",
        "constructs.senet:ConstructsBody",
        "vocabulary.senet"
      })
  void learnsWithoutLeavingArraysBehind(String target) throws Exception {
    Network network = TestNetworks.of(target);
    List<Integer> managed = new ArrayList<>();
    try (Trainable net =
        new JavaNetwork(
            InMemoryCompiler.ofJdk().newBlock(DjlBackend.generate(network)),
            network,
            Device.cpu())) {
      Map<String, Tensor> start = InitialWeights.of(SEED, network).tensors();
      net.setValues(start);
      TrainingListener listener =
          new TrainingListener() {
            @Override
            public void stepDone(int epoch, long images, Evaluation train) {
              managed.add(net.manager().getManagedArrays().size());
            }
          };
      TrainingSettings settings =
          new TrainingSettings(EPOCHS, 8, 0, new Sgd(0.9, 0), Schedule.constant(0.02));
      new Trainer(settings, noise(network), List.of(listener), new StopSignal()).train(net);

      assertEquals(EPOCHS * 2, managed.size());
      assertEquals(1, managed.stream().distinct().count(), managed::toString);
      Map<String, Tensor> end = net.values();
      List<String> unmoved =
          start.keySet().stream()
              .filter(
                  path ->
                      Arrays.equals(
                          requireNonNull(start.get(path)).values(),
                          requireNonNull(end.get(path)).values()))
              .toList();
      assertTrue(unmoved.isEmpty(), () -> "as at the start: " + unmoved);
    }
  }

  /** A whole sample or single elements; what is kept is scaled up, so that the mean stays. */
  @ParameterizedTest
  @CsvSource({"drop_path(0.25), true", "dropout(0.25), false"})
  void dropsWhileTrainingOnly(String operator, boolean wholeSamples) throws Exception {
    String text = "senet 1; net Drops : [4, 1, 2] < " + operator + " >";
    Network network = TestNetworks.ofText(text, operator).getFirst();
    Block block = InMemoryCompiler.ofJdk().newBlock(DjlBackend.generate(network));
    int samples = 2000;
    try (JavaNetwork net = new JavaNetwork(block, network, Device.cpu())) {
      Engine.getInstance().setRandomSeed(7);
      NDArray ones = net.manager().ones(new Shape(samples, 4, 1, 2));
      assertEquals(ones, net.forward(ones, false));
      float[] trained = net.forward(ones, true).toFloatArray();
      int dropped = 0;
      int mixed = 0;
      for (int n = 0; n < samples; n++) {
        float[] sample = Arrays.copyOfRange(trained, 8 * n, 8 * n + 8);
        for (float value : sample) {
          assertTrue(value == 0 || Math.abs(value - 1 / 0.75) < 1e-6, () -> "is " + value);
          dropped += value == 0 ? 1 : 0;
          mixed += value == sample[0] ? 0 : 1;
        }
      }
      // Four standard deviations of the rarer of the two: of 2,000 samples.
      assertEquals(0.25, dropped / (8.0 * samples), 4 * Math.sqrt(0.25 * 0.75 / samples));
      assertEquals(wholeSamples, mixed == 0);
    }
  }

  private static ImageData noise(Network network) {
    int size = Math.toIntExact(network.input().size());
    byte[] pixels = new byte[16 * size];
    new Random(0).nextBytes(pixels);
    int[] labels = new int[16];
    Arrays.setAll(labels, i -> i % 2);
    ImageSplit split =
        new ImageSplit(
            network.input().channels(),
            network.input().height(),
            network.input().width(),
            pixels,
            labels);
    return ImageData.of("noise", List.of("even", "odd"), split, split);
  }
}
