package sec.runtime.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.expand.Expansion;
import sec.compiler.io.AtomicFile;
import sec.compiler.ir.Network;
import sec.compiler.weights.Safetensors;
import sec.runtime.checkpoint.CheckpointFolder;
import sec.runtime.training.EpochMetrics;
import sec.runtime.training.Evaluation;
import sec.runtime.training.Trainable;
import sec.runtime.training.TrainingListener;

/**
 * The folder of one training, kept for one process at a time. As it goes it gets metrics ({@link
 * MetricFiles}), TensorBoard's events ({@link EventFile}), curves ({@link Curves}), checkpoints,
 * and the weights that did best on the test images, {@code best.safetensors}; at the end {@code
 * weights.safetensors}. What the run is stands in {@code run.json}, {@code spec.senet} and {@code
 * network.senet}.
 */
public final class RunDirectory implements TrainingListener, AutoCloseable {
  private static final String WEIGHTS = "weights.safetensors";
  private static final String BEST = "best.safetensors";
  private static final String RECORD = "run.json";
  private static final String SPEC = "spec.senet";
  private static final String NETWORK = "network.senet";
  private static final String CHECKPOINTS = "checkpoints";

  private final Path folder;
  private final RunLock lock;
  private final List<TrainingListener> parts;
  private Map<String, String> metadata = Map.of();
  private double best = Double.NEGATIVE_INFINITY;

  /**
   * Takes the folder, and makes it where it is missing.
   *
   * @throws RunException if another process has it
   * @throws IOException if it cannot be made
   */
  public RunDirectory(Path folder) throws RunException, IOException {
    this.folder = Files.createDirectories(folder);
    this.lock = RunLock.take(folder);
    removeLeftovers(folder);
    removeLeftovers(folder.resolve(CHECKPOINTS));
    this.parts =
        List.of(
            new MetricFiles(folder),
            new EventFile(folder),
            new Curves(folder, String.valueOf(folder.toAbsolutePath().getFileName())));
  }

  /**
   * Makes a new folder that is nobody else's: {@code name} in {@code parent}, or else {@code
   * name-2}, {@code name-3} and so on. Two trainings begun in the same second take different ones.
   *
   * @throws IOException if it cannot be made
   */
  public static Path fresh(Path parent, String name) throws IOException {
    Files.createDirectories(parent);
    for (int number = 1; ; number++) {
      Path folder = parent.resolve(number == 1 ? name : name + "-" + number);
      try {
        return Files.createDirectory(folder);
      } catch (FileAlreadyExistsException e) {
        // Taken: the next one.
      }
    }
  }

  /**
   * Whether a folder holds something of a run that another one would overwrite. Metrics without a
   * line are what a training leaves that failed in its first epoch: nothing is lost with them.
   *
   * @throws IOException if one cannot look
   */
  public static boolean holdsRun(Path folder) throws IOException {
    Path metrics = folder.resolve(MetricFiles.CSV);
    return Files.exists(folder.resolve(WEIGHTS))
        || new CheckpointFolder(folder.resolve(CHECKPOINTS), 1).newest().isPresent()
        || (Files.exists(metrics) && Files.size(metrics) > 0);
  }

  /**
   * What the run in a folder is.
   *
   * @throws RunException if there is none, or its record is damaged
   * @throws IOException if it cannot be read
   */
  public static RunRecord record(Path folder) throws RunException, IOException {
    Path file = folder.resolve(RECORD);
    if (!Files.exists(file)) {
      throw new RunException(
          folder + " holds no run: there is no " + RECORD + "; runs are the folders in runs/");
    }
    return RunRecord.read(file);
  }

  /**
   * Refuses a run whose checkpoints are gone: to begin it anew would overwrite what it has.
   *
   * @throws RunException if it has metrics or weights, and nothing to go on from
   * @throws IOException if one cannot look
   */
  public static void requireCheckpoint(Path folder) throws RunException, IOException {
    Path checkpoints = folder.resolve(CHECKPOINTS);
    if (new CheckpointFolder(checkpoints, 1).newest().isEmpty() && holdsRun(folder)) {
      throw new RunException(
          "There is no checkpoint in "
              + checkpoints
              + " any more, so that the run cannot be gone on with; train anew in another --run-dir");
    }
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** Where {@link #saveWeights} writes. */
  public Path weights() {
    return folder.resolve(WEIGHTS);
  }

  /** The network as one net, if it could be written so. */
  public Path network() {
    return folder.resolve(NETWORK);
  }

  /** The run's checkpoints. */
  public CheckpointFolder checkpoints(int keep) {
    return new CheckpointFolder(folder.resolve(CHECKPOINTS), keep);
  }

  /**
   * Writes down what the run is.
   *
   * @throws IOException if that fails
   */
  public void describe(RunRecord record, Network network) throws IOException {
    record.write(folder.resolve(RECORD));
    AtomicFile.write(folder.resolve(SPEC), network.assembly().target().span().source().text());
    String expanded = Expansion.of(network, new Diagnostics()).orElse("");
    if (!expanded.isEmpty()) {
      AtomicFile.write(network(), expanded);
    }
  }

  /**
   * Adds to the record that the run is gone on with.
   *
   * @throws RunException if the record is damaged
   * @throws IOException if that fails
   */
  public void resumedBy(RunRecord present) throws RunException, IOException {
    record(folder).resumedBy(present).write(folder.resolve(RECORD));
  }

  /** Says what goes with weights: which network, which seed. */
  public void describeWeights(Map<String, String> text) {
    // In its order: equal runs end with equal files.
    metadata = new LinkedHashMap<>(text);
  }

  @Override
  public void started(int epochs, int imagesPerEpoch) {
    each(part -> part.started(epochs, imagesPerEpoch));
  }

  @Override
  public void resumed(long step, List<EpochMetrics> epochs) {
    epochs.forEach(epoch -> best = Math.max(best, epoch.test().top1()));
    each(part -> part.resumed(step, epochs));
  }

  @Override
  public void stepDone(int epoch, long images, Evaluation train) {
    each(part -> part.stepDone(epoch, images, train));
  }

  @Override
  public void tested(EpochMetrics metrics, Trainable network) {
    if (metrics.test().top1() > best) {
      best = metrics.test().top1();
      try {
        Safetensors.write(folder.resolve(BEST), network.values(), metadata);
      } catch (IOException e) {
        throw new UncheckedIOException("The best weights cannot be written", e);
      }
    }
  }

  @Override
  public void epochDone(EpochMetrics metrics) {
    each(part -> part.epochDone(metrics));
  }

  @Override
  public void ended() {
    each(TrainingListener::ended);
  }

  /**
   * Replaces {@code weights.safetensors} by a network's present values, in one move.
   *
   * @throws IOException if that fails; a file that stood there before still does
   */
  public void saveWeights(Trainable network) throws IOException {
    Safetensors.write(weights(), network.values(), metadata);
  }

  /** Gives the folder free. */
  @Override
  public void close() throws IOException {
    lock.close();
  }

  /** What a process that was killed had begun to write; nobody else writes here. */
  private static void removeLeftovers(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.tmp")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void each(Consumer<TrainingListener> told) {
    parts.forEach(told);
  }
}
