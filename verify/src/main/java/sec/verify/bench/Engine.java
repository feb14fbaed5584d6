package sec.verify.bench;

import java.util.Locale;

/** What runs a network. */
public enum Engine {
  /** ONNX Runtime, on the file that users get. */
  ORT,
  /** DJL with PyTorch, on the generated Java. */
  DJL;

  /** As users type it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
