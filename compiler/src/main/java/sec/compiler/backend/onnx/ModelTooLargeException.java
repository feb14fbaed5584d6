package sec.compiler.backend.onnx;

import java.io.IOException;

/** A network does not fit into what it is to be written to. */
public final class ModelTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  private ModelTooLargeException(String message) {
    super(message);
  }

  /** Protobuf messages end below 2 GiB. */
  static ModelTooLargeException oneFile(String network, long bytes) {
    return new ModelTooLargeException(
        ("%s needs about %.2f GiB as ONNX, but one ONNX file holds less than 2 GiB: its weights have"
                + " to be a file of their own")
            .formatted(network, bytes / (double) (1L << 30)));
  }

  /** Numbers are computed and read a tensor at a time, as an array. */
  static ModelTooLargeException oneArray(StoredTensor tensor) {
    return new ModelTooLargeException(
        "%s has %,d numbers, %.2f GiB as ONNX: an array holds less than 2^31"
            .formatted(tensor.name(), tensor.shape().size(), tensor.bytes() / (double) (1L << 30)));
  }
}
