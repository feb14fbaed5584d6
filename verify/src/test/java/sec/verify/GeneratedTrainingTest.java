package sec.verify;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
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
        "constructs.senet:ConstructsBody"
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
