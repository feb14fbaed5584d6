package sec.compiler.backend.torchscript;

import java.nio.ByteBuffer;
import java.util.Locale;

/** In what an archive keeps its tensors, and computes. */
public enum Precision {
  /** Everything in single precision. */
  FP32(6, 6),
  /** Everything in double precision, to hold one way to compute against another. */
  FP64(7, 7),
  /** Convolutions and fully connected layers in bfloat16; tensors and all else in single. */
  BF16(6, 15),
  /** Convolutions and fully connected layers in half precision; tensors and all else in single. */
  FP16(6, 5);

  private final int full;
  private final int low;

  /**
   * A precision.
   *
   * @param full libtorch's number for the type of the tensors
   * @param low that of what the layers compute in
   */
  Precision(int full, int low) {
    this.full = full;
    this.low = low;
  }

  /** Whether layers compute in another type than all else. */
  public boolean isMixed() {
    return full != low;
  }

  int full() {
    return full;
  }

  int low() {
    return low;
  }

  /** Bytes of a number as it is kept. */
  int bytes() {
    return this == FP64 ? Double.BYTES : Float.BYTES;
  }

  /** What a pickle calls the numbers of a tensor. */
  String storage() {
    return this == FP64 ? "DoubleStorage" : "FloatStorage";
  }

  void put(ByteBuffer buffer, float value) {
    if (this == FP64) {
      buffer.putDouble(value);
    } else {
      buffer.putFloat(value);
    }
  }

  /** As users type it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
