package sec.runtime.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import sec.compiler.weights.Safetensors;

/**
 * The folder of one training: {@code metrics.csv} and {@code metrics.jsonl}, one line an epoch,
 * written as it goes, and {@code weights.safetensors}.
 *
 * <p>Losses are in nats, accuracies shares from 0 to 1. A number that is not finite is empty in the
 * CSV and {@code null} in JSON.
 */
public final class RunDirectory implements TrainingListener, AutoCloseable {
  private static final String CSV = "metrics.csv";
  private static final String JSON_LINES = "metrics.jsonl";
  private static final String WEIGHTS = "weights.safetensors";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final Writer csv;
  private final Writer jsonLines;
  private boolean headed;

  /**
   * Makes the folder where it is missing, and begins both files of metrics anew.
   *
   * @throws IOException if the folder or a file cannot be made
   */
  public RunDirectory(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.csv = Files.newBufferedWriter(folder.resolve(CSV));
    try {
      this.jsonLines = Files.newBufferedWriter(folder.resolve(JSON_LINES));
    } catch (IOException e) {
      csv.close();
      throw e;
    }
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
    Path metrics = folder.resolve(CSV);
    return Files.exists(folder.resolve(WEIGHTS))
        || (Files.exists(metrics) && Files.size(metrics) > 0);
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** Where {@link #saveWeights} writes. */
  public Path weights() {
    return folder.resolve(WEIGHTS);
  }

  /**
   * Writes an epoch's line to both files and flushes them.
   *
   * @throws UncheckedIOException if that fails, as when the disk is full
   */
  @Override
  public void epochDone(EpochMetrics metrics) {
    SequencedMap<String, Number> numbers = numbers(metrics);
    try {
      if (!headed) {
        csv.write(String.join(",", numbers.keySet()) + "\n");
        headed = true;
      }
      csv.write(
          numbers.values().stream()
                  .map(number -> isFinite(number) ? number.toString() : "")
                  .collect(Collectors.joining(","))
              + "\n");
      csv.flush();
      jsonLines.write(json(numbers) + "\n");
      jsonLines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The metrics in " + folder + " cannot be written", e);
    }
  }

  /**
   * Replaces {@code weights.safetensors} by a network's present values, in one move.
   *
   * @param metadata free text to go with them: which network, which seed
   * @throws IOException if that fails; a file that stood there before still does
   */
  public void saveWeights(Trainable network, Map<String, String> metadata) throws IOException {
    Safetensors.write(weights(), network.values(), metadata);
  }

  @Override
  public void close() throws IOException {
    try (csv) {
      jsonLines.close();
    }
  }

  private static SequencedMap<String, Number> numbers(EpochMetrics metrics) {
    SequencedMap<String, Number> numbers = new LinkedHashMap<>();
    numbers.put("epoch", metrics.epoch());
    numbers.put("learning_rate", metrics.learningRate());
    numbers.put("train_loss", metrics.train().loss());
    numbers.put("train_top1", metrics.train().top1());
    numbers.put("test_loss", metrics.test().loss());
    numbers.put("test_top1", metrics.test().top1());
    numbers.put("test_top5", metrics.test().top5());
    numbers.put("seconds", metrics.seconds());
    numbers.put("images_per_second", metrics.imagesPerSecond());
    return numbers;
  }

  private static ObjectNode json(SequencedMap<String, Number> numbers) {
    ObjectNode line = JSON.createObjectNode();
    numbers.forEach(
        (name, number) -> {
          if (number instanceof Integer whole) {
            line.put(name, whole);
          } else if (isFinite(number)) {
            line.put(name, number.doubleValue());
          } else {
            line.putNull(name);
          }
        });
    return line;
  }

  private static boolean isFinite(Number number) {
    return Double.isFinite(number.doubleValue());
  }
}
