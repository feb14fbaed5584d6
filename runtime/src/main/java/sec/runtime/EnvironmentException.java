package sec.runtime;

/**
 * The machine lacks something that a run needs: a JDK, a GPU. Nothing is wrong with what the user
 * wrote. The message is for a person and says how to mend it.
 */
public final class EnvironmentException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An error with a message for a person. */
  public EnvironmentException(String message) {
    super(message);
  }

  /** An error with a message for a person, and what led to it. */
  public EnvironmentException(String message, Throwable cause) {
    super(message, cause);
  }
}
