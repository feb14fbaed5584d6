package sec.verify.bench;

/** An entrant cannot run as it is asked to; the message names it, and says why. */
public final class BenchException extends Exception {
  private static final long serialVersionUID = 1L;

  BenchException(String entrant, Exception cause) {
    super(entrant + ": " + cause.getMessage(), cause);
  }

  BenchException(String message) {
    super(message);
  }
}
