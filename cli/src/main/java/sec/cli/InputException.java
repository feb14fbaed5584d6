package sec.cli;

/** The input is wrong. The message is for a person; empty when diagnostics have said it already. */
final class InputException extends Exception {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
