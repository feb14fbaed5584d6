package sec.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sec.compiler.weights.Safetensors;

/** {@code sec train --resume}. */
class ResumeTest {
  private static final String NET =
      "senet 1;\nnet N(classes = 10) : [3, 32, 32] < maxpool(4) conv(8, 3) relu gap fc(classes) >\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  /** The first of a run's two checkpoints is where it would stand had it been killed there. */
  @Test
  void goesOnByItsOwnCopyOfTheNetwork() throws IOException {
    Path spec = Files.writeString(folder.resolve("n.senet"), NET);
    Path run = folder.resolve("run");
    Cli.Result whole = train(spec, run);
    assertEquals(0, whole.code(), whole.err());
    byte[] weights = Files.readAllBytes(run.resolve("weights.safetensors"));
    for (String name : List.of("weights.safetensors", "best.safetensors", "metrics.csv")) {
      Files.delete(run.resolve(name));
    }
    List<Path> checkpoints = checkpoints(run);
    assertEquals(2, checkpoints.size());
    Files.delete(checkpoints.getLast());
    // The file goes on being edited while its net is trained.
    Files.writeString(spec, NET.replace("conv(8, 3)", "conv(9, 3) nonsense"));

    Cli.Result resumed = Cli.run("train", "--resume", run);

    assertEquals(0, resumed.code(), resumed.err());
    assertArrayEquals(weights, Files.readAllBytes(run.resolve("weights.safetensors")));
    assertEquals(3, Files.readAllLines(run.resolve("metrics.csv")).size());
    assertTrue(Files.readString(run.resolve("run.json")).contains("\"resumed\""));
  }

  @Test
  void leavesACompleteRecord() throws IOException {
    Path spec = Files.writeString(folder.resolve("n.senet"), NET);
    Path run = folder.resolve("run");
    Cli.Result result =
        train(spec, run, "--schedule", "steps", "--milestones", "1", "--ema", "0.9");
    assertEquals(0, result.code(), result.err());
    for (String file :
        List.of(
            "run.json",
            "network.senet",
            "metrics.jsonl",
            "best.safetensors",
            "loss.png",
            "loss.svg",
            "top1.png",
            "top1.svg")) {
      assertTrue(Files.exists(run.resolve(file)), file);
    }
    assertEquals(NET, Files.readString(run.resolve("spec.senet")));
    String record = Files.readString(run.resolve("run.json"));
    for (String part :
        List.of("\"Steps\"", "\"milestones\"", "\"libtorch\"", "\"average\" : 0.9", "\"git\"")) {
      assertTrue(record.contains(part), () -> "no " + part + " in " + record);
    }
    assertEquals("N", Safetensors.read(run.resolve("best.safetensors")).metadata().get("net"));
  }

  @Test
  void refusesWhatWouldEndInOtherNumbers() throws IOException {
    Path run = finished();

    Cli.Result refused = Cli.run("train", "--resume", run, "--epochs", 3);
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("settings.epochs was 2 and is 3"), refused.err());
    assertTrue(refused.err().contains("--inexact"), refused.err());

    Cli.Result all = Cli.run("train", "--resume", run, "--epochs", 3, "--inexact");
    assertEquals(0, all.code(), all.err());
    assertEquals(4, Files.readAllLines(run.resolve("metrics.csv")).size());
    String record = Files.readString(run.resolve("run.json"));
    assertTrue(record.contains("\"settings.epochs was 2 and is 3\""), record);
  }

  /** Where steps or the optimizer's state would mean something else, there is no going on. */
  @ParameterizedTest
  @CsvSource({
    "--batch, 250, it has 16 steps an epoch and here there are 32",
    "--optimizer, sgd, it is of adadelta",
    "--ema, 0.9, go on without --ema",
  })
  void refusesAnotherKindOfTraining(String option, String value, String reason) throws IOException {
    Path run = finished();

    Cli.Result refused = Cli.run("train", "--resume", run, "--inexact", option, value);
    assertEquals(1, refused.code(), refused.err());
    assertTrue(refused.err().replace(",", "").contains(reason), refused.err());
    assertEquals(3, Files.readAllLines(run.resolve("metrics.csv")).size());
  }

  @Test
  void doesNotBeginAnewWithoutACheckpoint() throws IOException {
    Path run = finished();
    for (Path checkpoint : checkpoints(run)) {
      Files.delete(checkpoint);
    }

    Cli.Result refused = Cli.run("train", "--resume", run);
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("There is no checkpoint in "), refused.err());
    assertEquals(3, Files.readAllLines(run.resolve("metrics.csv")).size());
  }

  @Test
  void testsAsItDidBefore() throws IOException {
    Path run = finished();

    Cli.Result refused = Cli.run("train", "--resume", run, "--prepare", "centre-crop(32)");
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("options.prepare was "), refused.err());
  }

  @Test
  void saysWhatIsWrongWithTheFolder() throws IOException {
    Cli.Result none = Cli.run("train", "--resume", folder.resolve("none"));
    assertEquals(2, none.code());
    assertTrue(none.err().contains("holds no run"), none.err());
    Path spec = Files.writeString(folder.resolve("n.senet"), NET);
    Cli.Result late = Cli.run("train", spec, "--epochs", 1, "--resume", folder);
    assertEquals(2, late.code());
    assertTrue(late.err().contains("--resume DIR comes first"), late.err());
    assertFalse(Files.exists(folder.resolve("lock")));
  }

  /** A run of two epochs that has come to its end. */
  private Path finished() throws IOException {
    Path spec = Files.writeString(folder.resolve("n.senet"), NET);
    Path run = folder.resolve("run");
    assertEquals(0, train(spec, run).code());
    return run;
  }

  private static Cli.Result train(Path spec, Path run, String... more) {
    List<Object> command =
        new ArrayList<>(
            List.of("train", spec, "--epochs", 2, "--run-dir", run, "--batch", 500, "--lr", 0.1));
    command.addAll(List.of(more));
    return Cli.run(command.toArray());
  }

  private static List<Path> checkpoints(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
      return files.sorted().toList();
    }
  }
}
