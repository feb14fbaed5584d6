package sec.runtime.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.Tensor;
import sec.runtime.data.ImageData;
import sec.runtime.data.ImageSplit;
import sec.runtime.optimizers.Adadelta;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.Sgd;
import sec.runtime.optimizers.UpdateRule;
import sec.runtime.sample.SampleNet;
import sec.runtime.sample.Stripes;

class TrainerTest {
  private final ImageData data = Stripes.images(100);

  @Test
  void learns() throws DivergedException {
    try (Trainable network = network(DataType.FLOAT32)) {
      TrainingResult result = trainer(new Adadelta(), 1, 6).train(network);

      assertEquals(6, result.epochs().size());
      assertEquals(6 * 4, result.steps());
      assertFalse(result.stopped());
      EpochMetrics last = result.epochs().getLast();
      assertTrue(last.test().loss() < 0.5 * Math.log(10), () -> "test loss " + last.test().loss());
      assertTrue(last.test().top1() > 0.8, () -> "top-1 " + last.test().top1());
      assertTrue(last.imagesPerSecond() > 0);
      assertTrue(last.dataWait() >= 0 && last.dataWait() < 1);
    }
  }

  @Test
  void repeatsItselfDropoutIncluded() throws DivergedException {
    Map<String, Tensor> first = trained(5);
    Map<String, Tensor> second = trained(5);
    Map<String, Tensor> other = trained(6);

    first.forEach(
        (path, tensor) ->
            assertArrayEquals(tensor.values(), requireNonNull(second.get(path)).values(), path));
    assertFalse(
        java.util.Arrays.equals(
            requireNonNull(first.get("head.fc.weight")).values(),
            requireNonNull(other.get("head.fc.weight")).values()));
  }

  @Test
  void learnsFromTheLastPartialBatchToo() throws DivergedException {
    List<Long> seen = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepDone(int epoch, long images, Evaluation train) {
            seen.add(images);
          }
        };
    try (Trainable network = network(DataType.FLOAT64)) {
      new Trainer(settings(new Sgd(0, 0), 0.1, 1, 0), data, List.of(listener), new StopSignal())
          .train(network);
    }

    assertEquals(List.of(32L, 64L, 96L, 100L), seen);
  }

  @Test
  void leavesNoArrayBehindAStep() throws DivergedException {
    List<Integer> managed = new ArrayList<>();
    try (Trainable network = network(DataType.FLOAT32)) {
      TrainingListener listener =
          new TrainingListener() {
            @Override
            public void stepDone(int epoch, long images, Evaluation train) {
              managed.add(arrays(network.manager()));
            }
          };
      new Trainer(settings(new Adadelta(), 1, 3, 0), data, List.of(listener), new StopSignal())
          .train(network);
    }

    assertEquals(12, managed.size());
    assertEquals(1, managed.stream().distinct().count(), managed::toString);
  }

  @Test
  void stopsAtTheNextStepWhenAsked() throws DivergedException {
    StopSignal stop = new StopSignal();
    List<String> events = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepDone(int epoch, long images, Evaluation train) {
            if (epoch == 2 && images == 64) {
              stop.request();
            }
          }

          @Override
          public void epochDone(EpochMetrics metrics) {
            events.add("epoch " + metrics.epoch());
          }

          @Override
          public void ended() {
            events.add("ended");
          }
        };
    try (Trainable network = network(DataType.FLOAT32)) {
      TrainingResult result =
          new Trainer(settings(new Adadelta(), 1, 5, 0), data, List.of(listener), stop)
              .train(network);

      assertTrue(result.stopped());
      assertEquals(4 + 2, result.steps());
      assertEquals(List.of("epoch 1", "ended"), events);
    }
  }

  @Test
  void namesTheStepAtWhichTheLossIsLost() {
    try (Trainable network = network(DataType.FLOAT32)) {
      DivergedException thrown =
          assertThrows(
              DivergedException.class, () -> trainer(new Sgd(0, 0), 1e30, 2).train(network));

      assertEquals(1, thrown.epoch());
      assertTrue(thrown.step() >= 2 && thrown.step() <= 4, thrown::getMessage);
      assertTrue(
          requireNonNull(thrown.getMessage()).contains("at step " + thrown.step() + " (epoch 1"),
          thrown::getMessage);
    }
  }

  /** Running statistics play no part in training, and what is divided by infinity is zero. */
  @Test
  void namesTheWeightsThatAreLostWithoutALoss() {
    try (Trainable network = network(DataType.FLOAT32)) {
      requireNonNull(network.buffers().get("stem.bn.running_var")).set(infinities(8));

      String message =
          requireNonNull(
              assertThrows(
                      DivergedException.class, () -> trainer(new Sgd(0, 0), 0.1, 2).train(network))
                  .getMessage());

      assertTrue(message.contains("stem.bn.running_var"), message);
      assertTrue(message.contains("at step 4 (epoch 1"), message);
    }
  }

  private static java.nio.FloatBuffer infinities(int count) {
    float[] values = new float[count];
    java.util.Arrays.fill(values, Float.POSITIVE_INFINITY);
    return java.nio.FloatBuffer.wrap(values);
  }

  @Test
  void refusesANetworkWithTooFewOutputs() {
    ImageSplit split = new ImageSplit(3, 8, 8, new byte[192], new int[] {10});
    List<String> eleven = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
    Trainer trainer =
        new Trainer(
            settings(new Adadelta(), 1, 1, 0),
            ImageData.of("eleven", eleven, split, split),
            List.of(),
            new StopSignal());
    try (Trainable network = network(DataType.FLOAT32)) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> trainer.train(network)).getMessage();

      assertTrue(requireNonNull(message).contains("eleven has 11 classes"), message);
    }
  }

  private Map<String, Tensor> trained(long seed) throws DivergedException {
    try (Trainable network = network(DataType.FLOAT32)) {
      new Trainer(settings(new Adadelta(), 1, 1, seed), data, List.of(), new StopSignal())
          .train(network);
      return network.values();
    }
  }

  private Trainer trainer(UpdateRule rule, double learningRate, int epochs) {
    return new Trainer(settings(rule, learningRate, epochs, 0), data, List.of(), new StopSignal());
  }

  private static TrainingSettings settings(
      UpdateRule rule, double learningRate, int epochs, long seed) {
    return new TrainingSettings(epochs, 32, seed, rule, Schedule.decayEachEpoch(learningRate, 0.9));
  }

  private static Trainable network(DataType precision) {
    Trainable network =
        new JavaNetwork(new SampleNet(), SampleNet.network(), Device.cpu(), precision);
    network.setValues(InitialWeights.of(1, SampleNet.network()).tensors());
    return network;
  }

  private static int arrays(NDManager manager) {
    return manager.getManagedArrays().size();
  }
}
