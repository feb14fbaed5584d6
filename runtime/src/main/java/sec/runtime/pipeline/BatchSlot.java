package sec.runtime.pipeline;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;

/**
 * The memory of one batch. On the CPU the engine's arrays are views of it: they must be closed
 * before it is filled again.
 */
final class BatchSlot {
  private final PreparedImages images;
  private final FloatBuffer numbers;
  private final ByteBuffer bytes;
  private final ByteBuffer classes;
  private final ByteBuffer otherClasses;
  private int[] labels = {};
  private @Nullable Mix mix;

  BatchSlot(PreparedImages images, int batchSize) {
    this.images = images;
    long length = (long) batchSize * images.imageLength() * Float.BYTES;
    if (length > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a batch of " + batchSize + " images is beyond 2 GiB");
    }
    this.bytes = direct((int) length);
    this.numbers = bytes.asFloatBuffer();
    this.classes = direct(batchSize * Long.BYTES);
    this.otherClasses = direct(batchSize * Long.BYTES);
  }

  /** Begins a batch of so many images; each is then written by {@link #fill}. */
  void begin(int size) {
    labels = new int[size];
    mix = null;
  }

  /**
   * Writes images {@code from} to {@code to - 1} of the batch, which are those of {@code order}.
   */
  void fill(int[] order, int start, int from, int to, long seed, int epoch) {
    float[] image = new float[images.imageLength()];
    for (int i = from; i < to; i++) {
      labels[i] = images.write(order[start + i], seed, epoch, image);
      numbers.put(i * image.length, image);
    }
  }

  /** Mixes each image of a full batch with the one before it, the first with the last. */
  void mix(Mix how) {
    int length = images.imageLength();
    float[] last = new float[length];
    numbers.get((labels.length - 1) * length, last);
    float[] image = last.clone();
    // From the end on: the one before an image is still as it was.
    for (int i = labels.length - 1; i > 0; i--) {
      float[] before = new float[length];
      numbers.get((i - 1) * length, before);
      how.into(image, before);
      numbers.put(i * length, image);
      image = before;
    }
    how.into(image, last);
    numbers.put(0, image);
    mix = how;
  }

  /** The batch as arrays of {@code manager}. */
  Batch arrays(NDManager manager, DataType precision) {
    int size = labels.length;
    Shape shape = images.shape();
    NDArray array =
        manager
            .create(
                part(bytes, size * images.imageLength() * Float.BYTES),
                new ai.djl.ndarray.types.Shape(
                    size, shape.channels(), shape.height(), shape.width()),
                DataType.FLOAT32)
            .toType(precision, false);
    NDArray labelArray = labelArray(labels, classes, manager);
    if (mix == null) {
      return new Batch(array, labelArray, labels, null);
    }
    int[] others = new int[size];
    Arrays.setAll(others, i -> labels[(i + size - 1) % size]);
    Batch.Mixture mixture =
        new Batch.Mixture(
            labelArray(others, otherClasses, manager), others, requireNonNull(mix).share());
    return new Batch(array, labelArray, labels, mixture);
  }

  private static NDArray labelArray(int[] labels, ByteBuffer room, NDManager manager) {
    for (int i = 0; i < labels.length; i++) {
      room.putLong(i * Long.BYTES, labels[i]);
    }
    return manager.create(
        part(room, labels.length * Long.BYTES),
        new ai.djl.ndarray.types.Shape(labels.length),
        DataType.INT64);
  }

  private static ByteBuffer direct(int length) {
    return ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
  }

  private static ByteBuffer part(ByteBuffer whole, int length) {
    return whole.slice(0, length).order(ByteOrder.nativeOrder());
  }
}
