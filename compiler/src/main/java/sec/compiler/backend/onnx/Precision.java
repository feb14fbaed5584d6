package sec.compiler.backend.onnx;

import java.nio.ByteBuffer;
import sec.compiler.onnx.TensorProto;

/** The type of a model's weights and of the values inside; what comes in and goes out is float. */
public enum Precision {
  /** 32 bits. */
  FP32(TensorProto.DataType.FLOAT_VALUE, Float.BYTES) {
    @Override
    void put(ByteBuffer bytes, float[] values, int from, int count, String name) {
      bytes.asFloatBuffer().put(values, from, count);
    }
  },
  /** 16 bits: half the size, three digits, and nothing beyond 65504. */
  FP16(TensorProto.DataType.FLOAT16_VALUE, Short.BYTES) {
    @Override
    void put(ByteBuffer bytes, float[] values, int from, int count, String name) {
      for (int i = 0; i < count; i++) {
        float value = values[from + i];
        short half = Float.floatToFloat16(value);
        if (Float.isFinite(value) && Float.isInfinite(Float.float16ToFloat(half))) {
          throw new UnrepresentableException(name, value);
        }
        bytes.putShort(half);
      }
    }
  };

  private final int type;
  private final int bytes;

  Precision(int type, int bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  /** Its number in ONNX's {@code TensorProto.DataType}. */
  int type() {
    return type;
  }

  /** Bytes of one number. */
  int bytes() {
    return bytes;
  }

  /**
   * Encodes some numbers of the tensor {@code name}; where the buffer then stands is not said.
   *
   * @throws UnrepresentableException if one is beyond what the type holds
   */
  abstract void put(ByteBuffer bytes, float[] values, int from, int count, String name);
}
