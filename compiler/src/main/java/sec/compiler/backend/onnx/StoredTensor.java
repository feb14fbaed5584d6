package sec.compiler.backend.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;
import sec.compiler.onnx.TensorProto;
import sec.compiler.operators.Shape;
import sec.compiler.weights.Tensor;

/**
 * An initializer of which only the place is known: its numbers are computed or read when they are
 * written, and not kept.
 *
 * @param name in weight files
 * @param shape its dimensions
 * @param precision of its numbers
 * @param numbers gives them, anew each time
 */
record StoredTensor(String name, Shape shape, Precision precision, Supplier<Tensor> numbers) {
  private static final int CHUNK = 1 << 16;

  /** Takes bytes. */
  @FunctionalInterface
  interface Sink {
    /** Takes {@code length} of them, from the start of {@code bytes}. */
    void take(byte[] bytes, int length) throws IOException;
  }

  /** The message without numbers. */
  TensorProto.Builder header() {
    TensorProto.Builder header =
        TensorProto.newBuilder().setName(name).setDataType(precision.type());
    shape.dimensions().forEach(header::addDims);
    return header;
  }

  /** How many bytes its numbers are. */
  long bytes() {
    return Math.multiplyExact(shape.size(), precision.bytes());
  }

  /**
   * Gives all its bytes, in pieces, little-endian.
   *
   * @throws IllegalArgumentException if its numbers are of another shape
   */
  void writeTo(Sink sink) throws IOException {
    Tensor tensor = numbers.get();
    if (!tensor.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "weights for %s are %s instead of %s".formatted(name, tensor.shape(), shape));
    }
    float[] values = tensor.values();
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    int most = CHUNK / precision.bytes();
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      precision.put(buffer.clear(), values, from, count, name);
      sink.take(buffer.array(), count * precision.bytes());
    }
  }
}
