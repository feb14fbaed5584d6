package sec.runtime.data;

/**
 * A data set that can be asked for by name. To add one, implement this and list it in {@link
 * DataSets}.
 */
public interface ImageDataSource {

  /** The name a user types: lower-case letters, digits and dashes. */
  String name();

  /** One line for a list of the data sets: what it holds, how large it is, where it comes from. */
  String description();

  /**
   * Whether the data set is read from a folder the user names.
   *
   * <p>One that is not ignores {@link LoadRequest#dataDir()}; a caller that was given a folder all
   * the same had better say so than train on something else.
   */
  boolean readsDataDir();

  /**
   * Whether the images are drawn, from {@link LoadRequest#seed()}.
   *
   * <p>Where they are not, a seed has no effect, and a caller that was given one had better say so.
   */
  boolean drawsImages();

  /**
   * Loads both splits into memory.
   *
   * @throws DataException if files are missing or wrong, with a message for a person
   */
  ImageData load(LoadRequest request) throws DataException;
}
