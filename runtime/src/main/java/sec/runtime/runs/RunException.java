package sec.runtime.runs;

/** A run folder cannot be used so. The message is for a person and says what to do. */
public final class RunException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An error with a message for a person. */
  public RunException(String message) {
    super(message);
  }
}
