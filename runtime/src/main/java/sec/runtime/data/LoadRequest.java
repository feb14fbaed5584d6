package sec.runtime.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * What a data set may need to know to load itself; each reads only what its {@link
 * ImageDataSource#options} say.
 *
 * @param dataDir the folder with the data set's files, if the user named one
 * @param seed what a drawn data set is drawn from, and a folder split by
 * @param testShare share of a folder's images that are for testing, between 0 and 1
 * @param skipBad whether to go on without images that cannot be used
 * @param download whether to fetch what is not there
 * @param notice told, by any thread, what a person should know and need not stop for
 */
public record LoadRequest(
    Optional<Path> dataDir,
    long seed,
    OptionalDouble testShare,
    boolean skipBad,
    boolean download,
    Consumer<String> notice) {

  /** A request without a folder, for a data set that needs no files. */
  public static LoadRequest seeded(long seed) {
    return new LoadRequest(
        Optional.empty(), seed, OptionalDouble.empty(), false, false, message -> {});
  }

  /** A request for the files in a folder; the seed is 0. */
  public static LoadRequest from(Path dataDir) {
    return seeded(0).withFolder(dataDir);
  }

  /** The same with a folder. */
  public LoadRequest withFolder(Path folder) {
    return new LoadRequest(Optional.of(folder), seed, testShare, skipBad, download, notice);
  }

  /** The same with a share of images for testing. */
  public LoadRequest withTestShare(double share) {
    return new LoadRequest(dataDir, seed, OptionalDouble.of(share), skipBad, download, notice);
  }

  /** The same, to go on without images that cannot be used, each of which is told of. */
  public LoadRequest skippingBad(Consumer<String> told) {
    return new LoadRequest(dataDir, seed, testShare, true, download, told);
  }

  /** The same, to fetch what is not there; how far that is, is told. */
  public LoadRequest downloading(Consumer<String> told) {
    return new LoadRequest(dataDir, seed, testShare, skipBad, true, told);
  }
}
