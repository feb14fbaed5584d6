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
  private static final int CHUNK = 1 << 18;

  /** Takes bytes. */
  @FunctionalInterface
  interface Sink {
    /** Takes all that remains in {@code bytes}. */
    void take(ByteBuffer bytes) throws IOException;
  }

  /** Outside of Java's own memory, where files are written from. */
  static ByteBuffer buffer() {
    return ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
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
   * Reads or computes its numbers.
   *
   * @throws IllegalArgumentException if they are of another shape
   */
  Tensor read() {
    Tensor tensor = numbers.get();
    if (!tensor.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "weights for %s are %s instead of %s".formatted(name, tensor.shape(), shape));
    }
    return tensor;
  }

  /**
   * Gives all its bytes, in pieces, little-endian.
   *
   * @param tensor its numbers
   * @param buffer one to use
   */
  void writeTo(Sink sink, Tensor tensor, ByteBuffer buffer) throws IOException {
    float[] values = tensor.values();
    int most = buffer.capacity() / precision.bytes();
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      precision.put(buffer.clear(), values, from, count, name);
      sink.take(buffer.position(0).limit(count * precision.bytes()));
    }
  }
}
