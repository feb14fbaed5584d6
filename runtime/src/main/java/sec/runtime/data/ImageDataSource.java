package sec.runtime.data;

import java.util.Set;

/**
 * A data set that can be asked for by name. To add one, implement this and list it in {@link
 * DataSets}.
 */
public interface ImageDataSource {

  /** The name a user types: lower-case letters, digits and dashes. */
  String name();

  /** One line for a list of the data sets: what it holds, how large it is, where it comes from. */
  String description();

  /** What of a {@link LoadRequest} it takes notice of. */
  Set<LoadOption> options();

  /**
   * Loads both splits: into memory, or as files that are read when they are needed.
   *
   * @throws DataException if files are missing or wrong, with a message for a person
   */
  ImageData load(LoadRequest request) throws DataException;
}
