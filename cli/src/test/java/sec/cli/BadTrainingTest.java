package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static sec.cli.BadInputTest.fails;
import static sec.cli.BadInputTest.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that cannot be, or that would cost an earlier one. */
class BadTrainingTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private Path spec(String text) throws IOException {
    return Files.writeString(folder.resolve("bad.senet"), "senet 1;\n" + text);
  }

  @Test
  void runFolderThatHoldsARun() throws IOException {
    Files.writeString(folder.resolve("metrics.csv"), "epoch\n");
    fails(
        1,
        Cli.run("train", "ThreeLayerCNN", "--epochs", 1, "--run-dir", folder),
        "holds a run already");
    assertEquals("epoch\n", Files.readString(folder.resolve("metrics.csv")));
  }

  @Test
  void weightsOfAnEarlierRun() throws IOException {
    Path weights = Files.writeString(folder.resolve("weights.safetensors"), "mine");
    fails(
        1,
        Cli.run("train", "ThreeLayerCNN", "--epochs", 1, "--run-dir", folder),
        "holds a run already");
    assertEquals("mine", Files.readString(weights));
  }

  @Test
  void comparisonThatWasCutShort() throws IOException {
    Path variant = Files.createDirectories(folder.resolve("ThreeLayerCNN"));
    Files.writeString(variant.resolve("metrics.csv"), "epoch\n");
    fails(1, Cli.run("run", "quickstart", "--run-dir", folder), "holds a run already");
    assertEquals("epoch\n", Files.readString(variant.resolve("metrics.csv")));
  }

  @Test
  void batchNormalisationOfASingleVector() throws IOException {
    Path file = spec("net N(classes = 10) : [3, 32, 32] < gap bn fc(classes) >\n");
    Path run = folder.resolve("run");
    Object[] train = {"train", file, "--epochs", 1, "--run-dir", run};
    fails(1, Cli.run(with(train, "--batch", 1)), "bn normalises [3]", "batch of 1", "--batch");
    assertFalse(Files.exists(run));
  }

  @Test
  void tensorTooLargeToTrain() throws IOException {
    Path file =
        spec(
            "net N(classes = 10) : [3, 32, 32] < flatten fc(1000000, bias = false) fc(classes) >\n");
    Path run = folder.resolve("run");
    fails(1, Cli.run("train", file, "--epochs", 1, "--run-dir", run), "3,072,000,000", "at most");
    assertFalse(Files.exists(run));
  }

  @Test
  void batchThatNoMemoryHolds() throws IOException {
    Path file = spec("net N(classes = 10) : [3, 32, 32] < conv(65536, 1) gap fc(classes) >\n");
    Path run = folder.resolve("run");
    Object[] train = {"train", file, "--epochs", 1, "--run-dir", run, "--device", "cpu"};
    fails(
        3, Cli.run(with(train, "--batch", 8000)), "GiB for activations at batch 8,000", "--batch");
    assertFalse(Files.exists(run));
  }
}
