package sec.compiler.backend.djl;

/**
 * A block cannot be written as one class for all its uses, for a reason that a person can act on.
 */
final class NotOneClassException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotOneClassException(String message) {
    super(message);
  }
}
