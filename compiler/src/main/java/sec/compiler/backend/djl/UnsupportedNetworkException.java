package sec.compiler.backend.djl;

/** A network that this backend cannot write; the message says what stands in the way. */
public final class UnsupportedNetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedNetworkException(String message, Throwable cause) {
    super(message, cause);
  }
}
