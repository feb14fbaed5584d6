package sec.runtime.data;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a data set may need to know to load itself; each reads only what concerns it.
 *
 * @param dataDir the folder with the data set's files, if the user named one
 * @param seed what a drawn data set is drawn from
 */
public record LoadRequest(Optional<Path> dataDir, long seed) {

  /** Checks that nothing is null. */
  public LoadRequest {
    Objects.requireNonNull(dataDir, "dataDir");
  }

  /** A request without a folder, for a data set that needs no files. */
  public static LoadRequest seeded(long seed) {
    return new LoadRequest(Optional.empty(), seed);
  }

  /** A request for the files in a folder; the seed is 0. */
  public static LoadRequest from(Path dataDir) {
    return new LoadRequest(Optional.of(dataDir), 0);
  }
}
