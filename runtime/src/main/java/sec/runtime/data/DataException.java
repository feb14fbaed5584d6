package sec.runtime.data;

import java.util.Objects;

/**
 * A data set cannot be loaded. The message is for a person: what is wrong, in which file, the
 * numbers expected and found, and how to mend it.
 */
public final class DataException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is, so that a caller can choose its exit status and its advice. */
  public enum Kind {
    /** The surroundings lack something: a folder or file is not there or cannot be read. */
    MISSING,
    /** What was given is there but wrong: a file is cut short, a label is out of range. */
    CORRUPT
  }

  private final Kind kind;

  /** An error of a kind, with a message for a person. */
  public DataException(Kind kind, String message) {
    super(message);
    this.kind = Objects.requireNonNull(kind, "kind");
  }

  /** An error of a kind, with a message for a person, and what led to it. */
  public DataException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = Objects.requireNonNull(kind, "kind");
  }

  /** The kind of the error. */
  public Kind kind() {
    return kind;
  }
}
