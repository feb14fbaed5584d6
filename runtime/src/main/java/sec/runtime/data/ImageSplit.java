package sec.runtime.data;

import java.util.Objects;
import sec.compiler.operators.Shape;

/**
 * Labelled images of one size, in memory.
 *
 * <p>Image {@code i} occupies {@code channels * height * width} unsigned bytes from {@code i} times
 * that number on, channel after channel, each channel row after row (the layout of CIFAR). The
 * arrays are not copied: whoever makes a split hands them over and no longer writes to them.
 */
public final class ImageSplit implements LabelledImages {
  private final int channels;
  private final int height;
  private final int width;
  private final byte[] pixels;
  private final int[] labels;

  /**
   * A split of {@code labels.length} images.
   *
   * @param channels channels per image, at least 1
   * @param height rows per image, at least 1
   * @param width columns per image, at least 1
   * @param pixels one unsigned byte per image, channel, row and column
   * @param labels one label per image, from 0
   * @throws IllegalArgumentException if a size is not positive, there is no image, the number of
   *     bytes does not fit the sizes, or a label is negative
   */
  public ImageSplit(int channels, int height, int width, byte[] pixels, int[] labels) {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an image of " + channels + "x" + height + "x" + width + " has no pixels");
    }
    if (labels.length == 0) {
      throw new IllegalArgumentException("a split needs at least one image");
    }
    long expected = (long) labels.length * channels * height * width;
    if (pixels.length != expected) {
      throw new IllegalArgumentException(
          labels.length + " images need " + expected + " bytes, not " + pixels.length);
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        throw new IllegalArgumentException("image " + i + " has the label " + labels[i]);
      }
    }
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.pixels = pixels;
    this.labels = labels;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int label(int image) {
    return labels[Objects.checkIndex(image, labels.length)];
  }

  @Override
  public Shape shape() {
    return Shape.of(channels, height, width);
  }

  @Override
  public int read(int image, Pixels target) {
    int label = label(image);
    byte[] bytes = target.reset(channels, height, width);
    int length = target.length();
    System.arraycopy(pixels, image * length, bytes, 0, length);
    return label;
  }
}
