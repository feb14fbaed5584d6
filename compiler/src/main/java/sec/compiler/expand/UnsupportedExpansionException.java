package sec.compiler.expand;

/** A network that cannot be written as one net without losing something; the message says what. */
public final class UnsupportedExpansionException extends Exception {
  private static final long serialVersionUID = 1L;

  UnsupportedExpansionException(String message) {
    super(message);
  }
}
