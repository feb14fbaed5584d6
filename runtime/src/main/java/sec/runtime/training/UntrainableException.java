package sec.runtime.training;

/** A network cannot be trained so. The message is for a person and says how to mend it. */
public final class UntrainableException extends Exception {
  private static final long serialVersionUID = 1L;

  UntrainableException(String message) {
    super(message);
  }
}
