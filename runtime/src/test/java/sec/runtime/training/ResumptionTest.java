package sec.runtime.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.Safetensors;
import sec.compiler.weights.Tensor;
import sec.runtime.checkpoint.CheckpointFolder;
import sec.runtime.optimizers.Adadelta;
import sec.runtime.optimizers.Adam;
import sec.runtime.optimizers.RmsProp;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.Sgd;
import sec.runtime.optimizers.UpdateRule;
import sec.runtime.sample.SampleNet;
import sec.runtime.sample.Stripes;

/** A training that was stopped and gone on with ends, to the last bit, like one that was not. */
class ResumptionTest {
  private static final int EPOCHS = 3;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  static List<UpdateRule> rules() {
    return List.of(
        new Sgd(0.9, 1e-4, true),
        new Adadelta(),
        new Adam(0.01, true),
        new RmsProp(0.9, 1e-6, 0.5, 0, true));
  }

  /** What a training ends with. */
  private record End(SequencedMap<String, Tensor> values, List<EpochMetrics> epochs, long steps) {}

  @ParameterizedTest
  @MethodSource("rules")
  void endsAlikeWhereverItWasStopped(UpdateRule rule) throws Exception {
    End whole = train(rule, Checkpoints.none(), Long.MAX_VALUE);
    assertEquals(EPOCHS * 7, whole.steps());

    for (long stop = 1; stop < whole.steps(); stop += 3) {
      Path own = folder.resolve("stopped-" + stop);
      train(rule, checkpoints(own), stop);
      assertAlike(whole, train(rule, checkpoints(own), Long.MAX_VALUE));
    }
  }

  /** Stopped at each of its steps, one after the other. */
  @Test
  void endsAlikeHoweverOftenItWasStopped() throws Exception {
    UpdateRule rule = new Sgd(0.9, 1e-4);
    End whole = train(rule, Checkpoints.none(), Long.MAX_VALUE);
    for (long stop = 1; stop < whole.steps(); stop++) {
      train(rule, checkpoints(folder), stop);
    }
    assertAlike(whole, train(rule, checkpoints(folder), Long.MAX_VALUE));
  }

  @Test
  void tellsListenersWhereItGoesOn() throws Exception {
    train(new Sgd(0.9, 0), checkpoints(folder), 10);
    List<String> told = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void resumed(long step, List<EpochMetrics> epochs) {
            told.add("step " + step + ", epochs " + epochs.size());
          }

          @Override
          public void stepDone(int epoch, long images, Evaluation train) {
            told.add("epoch " + epoch + ", images " + images);
          }
        };
    run(new Sgd(0.9, 0), checkpoints(folder), listener, new StopSignal());
    assertEquals(List.of("step 10, epochs 1", "epoch 2, images 64"), told.subList(0, 2));
  }

  @Test
  void keepsTheNewestCheckpoints() throws Exception {
    CheckpointFolder kept = new CheckpointFolder(folder, 3);
    train(new Sgd(0.9, 0), Checkpoints.in(kept, 2), 9);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of(
              "step-00000007.safetensors",
              "step-00000008.safetensors",
              "step-00000009.safetensors"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void passesADamagedCheckpointBy() throws Exception {
    UpdateRule rule = new Sgd(0.9, 0);
    End whole = train(rule, Checkpoints.none(), Long.MAX_VALUE);
    train(rule, checkpoints(folder), 9);
    Path newest = new CheckpointFolder(folder, 2).newest().orElseThrow();
    byte[] bytes = Files.readAllBytes(newest);
    Files.write(newest, Arrays.copyOf(bytes, bytes.length - 100));
    assertAlike(whole, train(rule, checkpoints(folder), Long.MAX_VALUE));
  }

  /** The step that loses the weights is not kept, though its own loss was finite. */
  @Test
  void keepsNoWeightsThatAreLost() throws Exception {
    TrainingSettings settings =
        new TrainingSettings(1, 8, 5, new Sgd(0.9, 0), Schedule.constant(1e39));
    CheckpointFolder kept = new CheckpointFolder(folder, 1000);
    try (Trainable network = new JavaNetwork(new SampleNet(), SampleNet.network(), Device.cpu())) {
      network.setValues(InitialWeights.of(1, SampleNet.network()).tensors());
      Trainer trainer =
          new Trainer(settings, Stripes.images(100), List.<TrainingListener>of(), new StopSignal());
      assertThrows(DivergedException.class, () -> trainer.train(network, Checkpoints.in(kept, 1)));
    }
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        Safetensors.read(file)
            .tensors()
            .forEach(
                (path, tensor) -> {
                  for (float number : tensor.values()) {
                    assertTrue(Float.isFinite(number), () -> path + " in " + file);
                  }
                });
      }
    }
  }

  private static void assertAlike(End expected, End actual) {
    assertEquals(expected.steps(), actual.steps());
    assertEquals(expected.epochs().size(), actual.epochs().size());
    for (int i = 0; i < EPOCHS; i++) {
      assertEquals(expected.epochs().get(i).train(), actual.epochs().get(i).train());
      assertEquals(expected.epochs().get(i).test(), actual.epochs().get(i).test());
    }
    expected
        .values()
        .forEach(
            (path, tensor) ->
                assertArrayEquals(
                    tensor.values(), requireNonNull(actual.values().get(path)).values(), path));
  }

  private static Checkpoints checkpoints(Path folder) {
    return Checkpoints.in(new CheckpointFolder(folder, 2), 2);
  }

  private static End train(UpdateRule rule, Checkpoints checkpoints, long stopAfter)
      throws DivergedException {
    StopSignal stop = new StopSignal();
    TrainingListener stopping =
        new TrainingListener() {
          private long step;

          @Override
          public void resumed(long steps, List<EpochMetrics> epochs) {
            step = steps;
          }

          @Override
          public void stepDone(int epoch, long images, Evaluation train) {
            step++;
            if (step >= stopAfter) {
              stop.request();
            }
          }
        };
    return run(rule, checkpoints, stopping, stop);
  }

  private static End run(
      UpdateRule rule, Checkpoints checkpoints, TrainingListener listener, StopSignal stop)
      throws DivergedException {
    Refinements refinements = new Refinements(2, 1, 0.9, 0.1, true);
    TrainingSettings settings =
        new TrainingSettings(EPOCHS, 8, 5, rule, new Schedule.OneCycle(0.05, EPOCHS), refinements);
    try (Trainable network = new JavaNetwork(new SampleNet(), SampleNet.network(), Device.cpu())) {
      network.setValues(InitialWeights.of(1, SampleNet.network()).tensors());
      TrainingResult result =
          new Trainer(settings, Stripes.images(100), List.of(listener), stop)
              .train(network, checkpoints);
      return new End(network.values(), result.epochs(), result.steps());
    }
  }
}
