package sec.runtime.runs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import sec.compiler.io.AtomicFile;
import sec.runtime.training.EpochMetrics;
import sec.runtime.training.TrainingListener;

/**
 * {@code metrics.csv} and {@code metrics.jsonl}, a line an epoch as it goes.
 *
 * <p>Losses are in nats, accuracies shares from 0 to 1. A number that is not finite is empty in the
 * CSV and {@code null} in JSON.
 */
final class MetricFiles implements TrainingListener {
  static final String CSV = "metrics.csv";
  private static final String JSON_LINES = "metrics.jsonl";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  MetricFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public void started(int epochs, int imagesPerEpoch) {
    rewrite(List.of());
  }

  /** What a checkpoint knows of counts: epochs after it are trained again. */
  @Override
  public void resumed(long step, List<EpochMetrics> epochs) {
    rewrite(epochs);
  }

  /**
   * Adds an epoch's line to both files.
   *
   * @throws UncheckedIOException if that fails, as when the disk is full
   */
  @Override
  public void epochDone(EpochMetrics metrics) {
    SequencedMap<String, Number> numbers = numbers(metrics);
    write(
        () -> {
          if (metrics.epoch() == 1) {
            append(CSV, String.join(",", numbers.keySet()) + "\n");
          }
          append(CSV, csv(numbers));
          append(JSON_LINES, json(numbers));
        });
  }

  private void rewrite(List<EpochMetrics> epochs) {
    StringBuilder csv = new StringBuilder();
    StringBuilder lines = new StringBuilder();
    for (EpochMetrics epoch : epochs) {
      SequencedMap<String, Number> numbers = numbers(epoch);
      csv.append(csv.isEmpty() ? String.join(",", numbers.keySet()) + "\n" : "");
      csv.append(csv(numbers));
      lines.append(json(numbers));
    }
    write(
        () -> {
          AtomicFile.write(folder.resolve(CSV), csv.toString());
          AtomicFile.write(folder.resolve(JSON_LINES), lines.toString());
        });
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The metrics in " + folder + " cannot be written", e);
    }
  }

  private void append(String file, String text) throws IOException {
    Files.writeString(
        folder.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
    numbers.put("data_wait", metrics.dataWait());
    return numbers;
  }

  private static String csv(SequencedMap<String, Number> numbers) {
    return numbers.values().stream()
        .map(number -> isFinite(number) ? number.toString() : "")
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static String json(SequencedMap<String, Number> numbers) {
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
    return line + "\n";
  }

  private static boolean isFinite(Number number) {
    return Double.isFinite(number.doubleValue());
  }
}
