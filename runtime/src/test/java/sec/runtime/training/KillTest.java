package sec.runtime.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings in processes of their own that are killed, and run out of disk. */
class KillTest {
  private static final int KILLS = 10;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path temporary;

  /** Little room for what is young, so that garbage is collected every few steps. */
  private static final String COLLECTING = "-Xmn1m";

  /** Room for a whole training's. */
  private static final String LEAVING = "-Xmn400m";

  /**
   * Ten kills, each after so many steps and then some moment within a step or the writing of a
   * checkpoint, and the eleventh process ends with what one gave that was never killed. The engine
   * computes in memory that Java may free, so the one collects much garbage, and the others none.
   */
  @ParameterizedTest
  @ValueSource(strings = {"archive", "java"})
  void endsTheSameHoweverOftenItIsKilled(String engine) throws Exception {
    Path whole = temporary.resolve("whole");
    assertEquals(0, end(start(whole, engine, COLLECTING, List.of())));

    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path killed = temporary.resolve("killed");
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start(killed, engine, LEAVING, List.of());
      await(process, 1 + random.nextInt(40));
      TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
      process.destroyForcibly();
      assertNotEquals(0, process.waitFor(), "it ended before it was killed");
    }
    assertEquals(0, end(start(killed, engine, LEAVING, List.of())));

    for (String file : List.of("weights.safetensors", "best.safetensors")) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(file)),
          Files.readAllBytes(killed.resolve(file)),
          () -> file + ", with the random numbers of " + seed);
    }
    assertEquals(withoutTimes(whole), withoutTimes(killed));
    try (Stream<Path> files = Files.walk(killed)) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".tmp")).toList());
    }
    assertEquals(2, checkpoints(killed).size());
  }

  /** A limit on the size of files fails a write in its midst, as a full disk does. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFullDiskLeavesTheLastCheckpoint() throws Exception {
    Path whole = temporary.resolve("whole");
    assertEquals(0, end(start(whole, "java", LEAVING, List.of())));

    Path full = temporary.resolve("full");
    Process process = start(full, "java", LEAVING, List.of());
    await(process, 20);
    process.destroyForcibly().waitFor();
    List<Path> before = checkpoints(full);
    assertFalse(before.isEmpty());

    // Blocks of 512 bytes, or of 1024: more than the metrics, less than a checkpoint.
    Process limited =
        start(full, "java", LEAVING, List.of("sh", "-c", "ulimit -f 40; exec \"$@\"", "sh"));
    String said = said(limited);
    assertEquals(1, limited.waitFor());
    assertTrue(said.contains("The checkpoint after step "), said);
    assertTrue(said.contains("the one before it, "), said);
    assertEquals(before, checkpoints(full));

    assertEquals(0, end(start(full, "java", LEAVING, List.of())));
    assertArrayEquals(
        Files.readAllBytes(whole.resolve("weights.safetensors")),
        Files.readAllBytes(full.resolve("weights.safetensors")));
  }

  private static Process start(Path folder, String engine, String young, List<String> by)
      throws IOException {
    List<String> command = new ArrayList<>(by);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            young,
            "-Dai.djl.pytorch.num_threads=1",
            "-Dai.djl.pytorch.num_interop_threads=1",
            "-Dai.djl.offline=true",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            KilledTraining.class.getName(),
            folder.toString(),
            engine));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Waits for so many steps. */
  private static void await(Process process, int steps) throws IOException {
    BufferedReader lines = process.inputReader();
    for (int seen = 0; seen < steps; ) {
      String line = lines.readLine();
      assertTrue(line != null, "it ended by itself");
      seen += line.equals("step") ? 1 : 0;
    }
  }

  private static int end(Process process) throws Exception {
    String said = said(process);
    int status = process.waitFor();
    assertEquals(0, status, said);
    return status;
  }

  private static String said(Process process) throws IOException {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().filter(line -> !line.equals("step")).forEach(l -> said.append(l).append('\n'));
    }
    return said.toString();
  }

  private static List<Path> checkpoints(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
      return files.filter(file -> !file.toString().endsWith(".tmp")).sorted().toList();
    }
  }

  /** What does not depend on how fast the machine is: the columns before the seconds. */
  private static List<String> withoutTimes(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("metrics.csv"));
    int kept = List.of(lines.getFirst().split(",")).indexOf("seconds");
    return lines.stream()
        .map(line -> String.join(",", List.of(line.split(",")).subList(0, kept)))
        .toList();
  }
}
