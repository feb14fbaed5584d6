package sec.compiler.backend.onnx;

/** A finite number of a model is beyond fp16. */
public final class UnrepresentableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnrepresentableException(String tensor, float value) {
    super(
        "%s holds %s, and fp16 ends at 65504: keep this network in fp32".formatted(tensor, value));
  }
}
