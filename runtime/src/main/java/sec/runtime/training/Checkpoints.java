package sec.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;
import sec.compiler.weights.SafetensorsFile;
import sec.compiler.weights.Tensor;
import sec.runtime.checkpoint.CheckpointFolder;

/** Keeps a training's state in files, and brings it back. */
public final class Checkpoints {
  private static final String PROGRESS = "progress";

  private final @Nullable CheckpointFolder folder;
  private final long every;

  private Checkpoints(@Nullable CheckpointFolder folder, long every) {
    this.folder = folder;
    this.every = every;
  }

  /**
   * Checkpoints at the end of each epoch, and between.
   *
   * @param every after how many steps another one is written; 0 for at the end of epochs alone
   */
  public static Checkpoints in(CheckpointFolder folder, int every) {
    if (every < 0) {
      throw new IllegalArgumentException("a checkpoint comes every 1 step or more, not " + every);
    }
    return new Checkpoints(folder, every);
  }

  /** None is written, and none is found. */
  public static Checkpoints none() {
    return new Checkpoints(null, 0);
  }

  /** Whether one is to be written after so many steps. */
  boolean due(long step) {
    return every > 0 && step % every == 0;
  }

  /**
   * Writes the present state.
   *
   * @throws UncheckedIOException if that fails; the checkpoints before it are as they were
   */
  void save(Progress progress, TrainingState state) {
    if (folder == null) {
      return;
    }
    SequencedMap<String, NDArray> arrays = state.arrays();
    SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
    arrays.forEach((name, array) -> shapes.put(name, ArrayValues.shape(array.getShape())));
    try {
      folder.save(
          progress.step(),
          shapes,
          name -> ArrayValues.read(requireNonNull(arrays.get(name))),
          Map.of(PROGRESS, progress.json()));
    } catch (IOException e) {
      throw new UncheckedIOException(failure(progress), e);
    }
  }

  /**
   * Brings the newest state back; none if there is none.
   *
   * @throws UncheckedIOException if it cannot be read
   * @param plan what this training's counts rest on
   * @throws UnfitCheckpointException if it is another network's, or another kind of training's
   */
  Optional<Progress> restore(TrainingState state, Plan plan) {
    if (folder == null) {
      return Optional.empty();
    }
    try {
      Optional<SafetensorsFile> newest = folder.openNewest();
      if (newest.isEmpty()) {
        return Optional.empty();
      }
      try (SafetensorsFile file = newest.get()) {
        Progress progress = Progress.of(file.metadata().getOrDefault(PROGRESS, ""));
        progress.plan().requireFit(plan);
        state.prepare(progress.updates(), file.shapes().keySet());
        ArrayValues.writeAll(file.shapes(), name -> read(file, name), state.arrays());
        return Optional.of(progress);
      } catch (IllegalArgumentException e) {
        throw new UnfitCheckpointException(String.valueOf(e.getMessage()), e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No checkpoint can be read", e);
    }
  }

  private static Tensor read(SafetensorsFile file, String name) {
    try {
      return file.read(name);
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint cannot be read", e);
    }
  }

  private String failure(Progress progress) {
    String before = "";
    try {
      before =
          folder == null
              ? ""
              : folder
                  .newest()
                  .map(file -> "; the one before it, " + file + ", is whole")
                  .orElse("");
    } catch (IOException e) {
      // It is the first failure that is told.
    }
    return "The checkpoint after step " + progress.step() + " cannot be written" + before;
  }
}
