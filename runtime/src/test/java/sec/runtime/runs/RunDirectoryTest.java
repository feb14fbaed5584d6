package sec.runtime.runs;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.weights.Safetensors;
import sec.compiler.weights.Tensor;
import sec.runtime.sample.SampleNet;
import sec.runtime.training.EpochMetrics;
import sec.runtime.training.Evaluation;
import sec.runtime.training.JavaNetwork;
import sec.runtime.training.Trainable;

class RunDirectoryTest {
  private static final Evaluation TRAIN = new Evaluation(1.5, 0.25, 0.75);

  @TempDir private Path temporary;

  @Test
  void hasEachEpochInBothFilesAsSoonAsItIsOver() throws Exception {
    Path folder = temporary.resolve("runs/one");
    try (RunDirectory run = new RunDirectory(folder)) {
      run.epochDone(
          new EpochMetrics(1, 1.0, TRAIN, new Evaluation(1.25, 0.5, 0.875), 2, 100, 0.25));
      run.epochDone(
          new EpochMetrics(2, 0.7, TRAIN, new Evaluation(Double.NaN, 0, 0.5), 1.5, 200, 0.25));

      assertEquals(
          List.of(
              "epoch,learning_rate,train_loss,train_top1,test_loss,test_top1,test_top5,seconds,"
                  + "images_per_second,data_wait",
              "1,1.0,1.5,0.25,1.25,0.5,0.875,2.0,100.0,0.25",
              "2,0.7,1.5,0.25,,0.0,0.5,1.5,200.0,0.25"),
          Files.readAllLines(folder.resolve("metrics.csv")));
      assertEquals(
          "{\"epoch\":2,\"learning_rate\":0.7,\"train_loss\":1.5,\"train_top1\":0.25,"
              + "\"test_loss\":null,\"test_top1\":0.0,\"test_top5\":0.5,\"seconds\":1.5,"
              + "\"images_per_second\":200.0,\"data_wait\":0.25}",
          Files.readAllLines(folder.resolve("metrics.jsonl")).get(1));
    }
  }

  @Test
  void trainingsOfTheSameSecondTakeDifferentFolders() throws Exception {
    Path parent = temporary.resolve("runs");
    assertEquals(parent.resolve("net"), RunDirectory.fresh(parent, "net"));
    assertEquals(parent.resolve("net-2"), RunDirectory.fresh(parent, "net"));
    assertEquals(parent.resolve("net-3"), RunDirectory.fresh(parent, "net"));
  }

  @Test
  void holdsARunOnceAnEpochIsOver() throws Exception {
    try (RunDirectory run = new RunDirectory(temporary)) {
      assertFalse(RunDirectory.holdsRun(temporary));
      run.epochDone(new EpochMetrics(1, 1.0, TRAIN, TRAIN, 2, 100, 0.25));
      assertTrue(RunDirectory.holdsRun(temporary));
    }
  }

  @Test
  void savesWeightsUnderTheirPaths() throws Exception {
    try (RunDirectory run = new RunDirectory(temporary);
        Trainable network = new JavaNetwork(new SampleNet(), SampleNet.network(), Device.cpu())) {
      run.describeWeights(Map.of("seed", "1"));
      run.saveWeights(network);

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

  @Test
  void isForOneAtATime() throws Exception {
    try (RunDirectory run = new RunDirectory(temporary)) {
      String refused =
          requireNonNull(
              assertThrows(RunException.class, () -> new RunDirectory(run.folder())).getMessage());
      assertTrue(refused.contains("in use by process " + ProcessHandle.current().pid()), refused);
    }
    new RunDirectory(temporary).close();
  }

  /** Epochs that a checkpoint does not know of are trained again, and written again. */
  @Test
  void beginsWhereTheCheckpointStands() throws Exception {
    EpochMetrics first = new EpochMetrics(1, 1.0, TRAIN, TRAIN, 2, 100, 0.25);
    EpochMetrics second = new EpochMetrics(2, 1.0, TRAIN, TRAIN, 2, 100, 0.25);
    try (RunDirectory run = new RunDirectory(temporary)) {
      run.started(3, 100);
      run.epochDone(first);
      run.epochDone(second);
    }
    Files.writeString(temporary.resolve(".best.safetensors.1-a.tmp"), "half");
    try (RunDirectory run = new RunDirectory(temporary)) {
      run.started(3, 100);
      run.resumed(7, List.of(first));
      run.epochDone(second);
      run.ended();
    }
    assertEquals(
        List.of("epoch", "1", "2"),
        Files.readAllLines(temporary.resolve("metrics.csv")).stream()
            .map(line -> line.replaceFirst(",.*", ""))
            .toList());
    assertFalse(Files.exists(temporary.resolve(".best.safetensors.1-a.tmp")));
    for (String picture : List.of("loss.png", "loss.svg", "top1.png", "top1.svg")) {
      assertTrue(Files.size(temporary.resolve(picture)) > 1000, picture);
    }
  }

  @Test
  void keepsTheBestWeights() throws Exception {
    try (RunDirectory run = new RunDirectory(temporary);
        Trainable network = new JavaNetwork(new SampleNet(), SampleNet.network(), Device.cpu())) {
      run.resumed(7, List.of(new EpochMetrics(1, 1.0, TRAIN, TRAIN, 2, 100, 0.25)));
      run.tested(
          new EpochMetrics(2, 1.0, TRAIN, new Evaluation(1, 0.25, 1), 2, 100, 0.25), network);
      assertFalse(Files.exists(temporary.resolve("best.safetensors")));
      run.tested(new EpochMetrics(3, 1.0, TRAIN, new Evaluation(1, 0.5, 1), 2, 100, 0.25), network);
      assertTrue(Files.exists(temporary.resolve("best.safetensors")));
    }
  }

  @Test
  void marksWhereTheLearningRateDrops() {
    assertEquals(List.of(3, 5), Curves.drops(epochs(1, 1, 0.1, 0.1, 0.01)));
    assertEquals(List.of(), Curves.drops(epochs(1, 0.7, 0.49, 0.343)));
    assertEquals(List.of(), Curves.drops(epochs(0.1, 0.2, 0.2)));
  }

  private static List<EpochMetrics> epochs(double... rates) {
    return IntStream.range(0, rates.length)
        .mapToObj(i -> new EpochMetrics(i + 1, rates[i], TRAIN, TRAIN, 1, 1, 0.25))
        .toList();
  }
}
