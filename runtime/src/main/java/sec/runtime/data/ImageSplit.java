package sec.runtime.data;

import java.util.Objects;

/**
 * Labelled images of one size, in memory.
 *
 * <p>Image {@code i} occupies {@code channels * height * width} unsigned bytes from {@code i} times
 * that number on, channel after channel, each channel row after row (the layout of CIFAR). The
 * arrays are not copied: whoever makes a split hands them over and no longer writes to them.
 */
public final class ImageSplit {
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

  /** The number of images, at least 1. */
  public int size() {
    return labels.length;
  }

  /** Channels per image. */
  public int channels() {
    return channels;
  }

  /** Rows per image. */
  public int height() {
    return height;
  }

  /** Columns per image. */
  public int width() {
    return width;
  }

  /** Numbers per image: channels x height x width. */
  public int imageLength() {
    return channels * height * width;
  }

  /**
   * The label of an image.
   *
   * @throws IndexOutOfBoundsException if there is no such image
   */
  public int label(int image) {
    return labels[Objects.checkIndex(image, labels.length)];
  }

  /**
   * One pixel's level in one channel, from 0 to 255.
   *
   * @throws IndexOutOfBoundsException if there is no such image, channel, row or column
   */
  public int level(int image, int channel, int row, int column) {
    Objects.checkIndex(image, size());
    Objects.checkIndex(channel, channels);
    Objects.checkIndex(row, height);
    Objects.checkIndex(column, width);
    return Byte.toUnsignedInt(
        pixels[((image * channels + channel) * height + row) * width + column]);
  }

  /**
   * Writes an image as {@code (level / 255 - mean) / std} per channel, in the image's own layout.
   *
   * @param image which image, from 0
   * @param normalisation one mean and deviation per channel
   * @param target receives {@link #imageLength()} numbers
   * @param offset index of the first number in the target
   * @throws IllegalArgumentException if the normalisation has another number of channels
   * @throws IndexOutOfBoundsException if there is no such image or the target has no room for it
   */
  public void writeNormalised(int image, Normalisation normalisation, float[] target, int offset) {
    Objects.checkIndex(image, size());
    Objects.checkFromIndexSize(offset, imageLength(), target.length);
    if (normalisation.channels() != channels) {
      throw new IllegalArgumentException(
          "images of " + channels + " channels, a normalisation of " + normalisation.channels());
    }
    int plane = height * width;
    int from = image * imageLength();
    for (int c = 0; c < channels; c++) {
      float[] byLevel = normalisation.byLevel(c);
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        target[offset + i] = byLevel[Byte.toUnsignedInt(pixels[from + i])];
      }
    }
  }

  /** How often each of the 256 levels occurs in a channel, over all images. */
  long[] histogram(int channel) {
    long[] histogram = new long[256];
    int plane = height * width;
    for (int image = 0; image < size(); image++) {
      int from = image * imageLength() + channel * plane;
      for (int i = from; i < from + plane; i++) {
        histogram[Byte.toUnsignedInt(pixels[i])]++;
      }
    }
    return histogram;
  }
}
