package sec.compiler.weights;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The types of numbers that are read from safetensors files, all of them converted to float. */
enum ElementType {
  F64(8) {
    @Override
    float next(ByteBuffer bytes) {
      return (float) bytes.getDouble();
    }
  },
  F32(4) {
    @Override
    float next(ByteBuffer bytes) {
      return bytes.getFloat();
    }

    @Override
    void take(ByteBuffer bytes, float[] values, int from, int count) {
      bytes.asFloatBuffer().get(values, from, count);
    }
  },
  F16(2) {
    @Override
    float next(ByteBuffer bytes) {
      return Float.float16ToFloat(bytes.getShort());
    }
  },
  BF16(2) {
    @Override
    float next(ByteBuffer bytes) {
      // The upper half of a float.
      return Float.intBitsToFloat(bytes.getShort() << 16);
    }
  };

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  int bytes() {
    return bytes;
  }

  /** Takes the next element from a little-endian buffer. */
  abstract float next(ByteBuffer bytes);

  /** Takes {@code count} elements, as {@link #next} does one; the buffer's place is then open. */
  void take(ByteBuffer bytes, float[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      values[i] = next(bytes);
    }
  }

  /** The type of that name, or null. */
  static @Nullable ElementType named(String name) {
    for (ElementType type : values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return null;
  }
}
