package sec.compiler.backend.onnx;

/** A network has no value of a name that is asked for. */
public final class UnknownOutputException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownOutputException(String message) {
    super(message);
  }
}
