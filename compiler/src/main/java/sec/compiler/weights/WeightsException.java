package sec.compiler.weights;

/** Weights do not belong to the network they are meant for. */
public final class WeightsException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says which tensors are missing, unknown or of another shape. */
  public WeightsException(String message) {
    super(message);
  }
}
