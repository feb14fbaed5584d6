package sec.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import sec.runtime.data.ImageSplit;
import sec.runtime.data.Normalisation;

/**
 * Turns images of a split into the engine's arrays, one batch at a time. The memory is the same for
 * every batch, and on the CPU the arrays are views of it: a batch's arrays must be closed before
 * the next batch is written.
 */
final class Batches {
  private final ImageSplit split;
  private final Normalisation normalisation;
  private final DataType precision;
  private final float[] image;
  private final ByteBuffer pixels;
  private final ByteBuffer classes;

  /**
   * Room for batches.
   *
   * @param batchSize the largest number of images in one
   * @param precision of the arrays of images
   */
  Batches(ImageSplit split, Normalisation normalisation, int batchSize, DataType precision) {
    this.split = split;
    this.normalisation = normalisation;
    this.precision = precision;
    this.image = new float[split.imageLength()];
    long bytes = (long) batchSize * split.imageLength() * Float.BYTES;
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a batch of " + batchSize + " images is beyond 2 GiB");
    }
    this.pixels = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
    this.classes = ByteBuffer.allocateDirect(batchSize * Long.BYTES).order(ByteOrder.nativeOrder());
  }

  /**
   * A batch.
   *
   * @param images (N, C, H, W), normalised
   * @param labels (N), 64-bit integers
   * @param labelValues the same on the host
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared whole
  record Batch(NDArray images, NDArray labels, int[] labelValues) {}

  /** Images {@code order[start]} to {@code order[end - 1]}, as arrays of {@code manager}. */
  Batch read(int[] order, int start, int end, NDManager manager) {
    int size = end - start;
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      int index = order[start + i];
      split.writeNormalised(index, normalisation, image, 0);
      pixels.asFloatBuffer().put(i * image.length, image);
      labels[i] = split.label(index);
      classes.putLong(i * Long.BYTES, labels[i]);
    }
    NDArray images =
        manager
            .create(
                part(pixels, size * image.length * Float.BYTES),
                new Shape(size, split.channels(), split.height(), split.width()),
                DataType.FLOAT32)
            .toType(precision, false);
    NDArray classArray =
        manager.create(part(classes, size * Long.BYTES), new Shape(size), DataType.INT64);
    return new Batch(images, classArray, labels);
  }

  /** 0, 1, ..., for reading a split in its own order. */
  static int[] inOrder(int size) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    return order;
  }

  private static ByteBuffer part(ByteBuffer whole, int bytes) {
    return whole.slice(0, bytes).order(ByteOrder.nativeOrder());
  }
}
