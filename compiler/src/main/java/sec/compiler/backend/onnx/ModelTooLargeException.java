package sec.compiler.backend.onnx;

import java.io.IOException;

/** A network does not fit into one ONNX file: protobuf messages end below 2 GiB. */
public final class ModelTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  ModelTooLargeException(String network, long bytes) {
    super(
        ("%s needs about %.2f GiB as ONNX, but one ONNX file holds less than 2 GiB:"
                + " its weights have to be a file of their own")
            .formatted(network, bytes / (double) (1L << 30)));
  }
}
