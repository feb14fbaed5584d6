package sec.compiler.weights;

import java.io.IOException;

/** A file is not a safetensors file, or not one that can be read here. */
public final class SafetensorsException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, naming the tensor where it is about one. */
  public SafetensorsException(String message) {
    super(message);
  }

  /** The same, with what brought it to light. */
  public SafetensorsException(String message, Throwable cause) {
    super(message, cause);
  }
}
