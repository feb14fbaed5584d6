package sec.runtime.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sec.compiler.operators.Shape;
import sec.compiler.weights.Safetensors;
import sec.compiler.weights.SafetensorsException;
import sec.compiler.weights.SafetensorsFile;
import sec.compiler.weights.Tensor;

/**
 * The checkpoints of one training: safetensors files, {@code step-00000120.safetensors}. One is
 * whole or not there at all, and older ones go only when a newer one has reached the disk.
 */
public final class CheckpointFolder {
  private static final Pattern NAME = Pattern.compile("step-(\\d{8,18})\\.safetensors");

  private final Path folder;
  private final int keep;

  /**
   * A folder, which need not be there yet.
   *
   * @param keep how many checkpoints stay, the newest ones, at least 1
   * @throws IllegalArgumentException if none would stay
   */
  public CheckpointFolder(Path folder, int keep) {
    if (keep < 1) {
      throw new IllegalArgumentException("at least 1 checkpoint is kept, not " + keep);
    }
    this.folder = folder;
    this.keep = keep;
  }

  /**
   * Writes a checkpoint, and then deletes those that are one too many.
   *
   * @param step how many steps came before it
   * @param shapes of its tensors by name
   * @param tensors each asked for once, when it is its turn to be written
   * @param metadata free text by key
   * @throws IOException if it cannot be written; those before it are as they were
   */
  public void save(
      long step,
      SequencedMap<String, Shape> shapes,
      Function<String, Tensor> tensors,
      Map<String, String> metadata)
      throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(String.format(Locale.ROOT, "step-%08d.safetensors", step));
    Safetensors.write(file, shapes, tensors, metadata);
    int kept = 0;
    for (Path other : newestFirst()) {
      // One of a later step could not be read, or the training would have gone on from there.
      if (step(other).orElseThrow() > step || kept == keep) {
        Files.deleteIfExists(other);
      } else {
        kept++;
      }
    }
  }

  /** The newest checkpoint's file. */
  public Optional<Path> newest() throws IOException {
    return newestFirst().stream().findFirst();
  }

  /**
   * Opens the newest checkpoint that is whole.
   *
   * @throws IOException if there are checkpoints, and none can be read
   */
  public Optional<SafetensorsFile> openNewest() throws IOException {
    IOException failure = null;
    for (Path file : newestFirst()) {
      try {
        return Optional.of(SafetensorsFile.open(file));
      } catch (SafetensorsException e) {
        // Not by a crash, which leaves none; but disks have faults.
        failure = failure == null ? new IOException(file + ": " + e.getMessage(), e) : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return Optional.empty();
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> step(file).isPresent())
          .sorted(Comparator.comparingLong((Path file) -> step(file).orElseThrow()).reversed())
          .toList();
    }
  }

  private static OptionalLong step(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
  }
}
