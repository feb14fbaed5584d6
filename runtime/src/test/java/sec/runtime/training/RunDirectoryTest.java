package sec.runtime.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.weights.Safetensors;
import sec.compiler.weights.Tensor;
import sec.runtime.sample.SampleNet;

class RunDirectoryTest {
  private static final Evaluation TRAIN = new Evaluation(1.5, 0.25, 0.75);

  @TempDir private Path temporary;

  @Test
  void hasEachEpochInBothFilesAsSoonAsItIsOver() throws IOException {
    Path folder = temporary.resolve("runs/one");
    try (RunDirectory run = new RunDirectory(folder)) {
      run.epochDone(new EpochMetrics(1, 1.0, TRAIN, new Evaluation(1.25, 0.5, 0.875), 2, 100));
      run.epochDone(new EpochMetrics(2, 0.7, TRAIN, new Evaluation(Double.NaN, 0, 0.5), 1.5, 200));

      assertEquals(
          List.of(
              "epoch,learning_rate,train_loss,train_top1,test_loss,test_top1,test_top5,seconds,"
                  + "images_per_second",
              "1,1.0,1.5,0.25,1.25,0.5,0.875,2.0,100.0",
              "2,0.7,1.5,0.25,,0.0,0.5,1.5,200.0"),
          Files.readAllLines(folder.resolve("metrics.csv")));
      assertEquals(
          "{\"epoch\":2,\"learning_rate\":0.7,\"train_loss\":1.5,\"train_top1\":0.25,"
              + "\"test_loss\":null,\"test_top1\":0.0,\"test_top5\":0.5,\"seconds\":1.5,"
              + "\"images_per_second\":200.0}",
          Files.readAllLines(folder.resolve("metrics.jsonl")).get(1));
    }
  }

  @Test
  void trainingsOfTheSameSecondTakeDifferentFolders() throws IOException {
    Path parent = temporary.resolve("runs");
    assertEquals(parent.resolve("net"), RunDirectory.fresh(parent, "net"));
    assertEquals(parent.resolve("net-2"), RunDirectory.fresh(parent, "net"));
    assertEquals(parent.resolve("net-3"), RunDirectory.fresh(parent, "net"));
  }

  @Test
  void holdsARunOnceAnEpochIsOver() throws IOException {
    try (RunDirectory run = new RunDirectory(temporary)) {
      assertFalse(RunDirectory.holdsRun(temporary));
      run.epochDone(new EpochMetrics(1, 1.0, TRAIN, TRAIN, 2, 100));
      assertTrue(RunDirectory.holdsRun(temporary));
    }
  }

  @Test
  void savesWeightsUnderTheirPaths() throws IOException {
    try (RunDirectory run = new RunDirectory(temporary);
        Trainable network = new JavaNetwork(new SampleNet(), SampleNet.network(), Device.cpu())) {
      run.saveWeights(network, Map.of("seed", "1"));

      Safetensors file = Safetensors.read(run.weights());
      Map<String, Tensor> values = network.values();
      assertEquals(List.copyOf(values.keySet()), List.copyOf(file.tensors().keySet()));
      values.forEach(
          (path, tensor) ->
              assertArrayEquals(
                  tensor.values(), requireNonNull(file.tensors().get(path)).values(), path));
      assertEquals("1", file.metadata().get("seed"));
    }
  }
}
