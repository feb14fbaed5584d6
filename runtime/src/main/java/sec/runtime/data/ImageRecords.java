package sec.runtime.data;

import java.util.Arrays;
import java.util.Locale;
import sec.runtime.data.DataException.Kind;

/** The images of a split as they are read from files of records, of which some cannot be used. */
final class ImageRecords {
  private final int channels;
  private final int side;
  private final byte[] pixels;
  private final int[] labels;
  private int size;

  /**
   * Room for images.
   *
   * @param side rows and columns of each
   * @param most how many there may be
   */
  ImageRecords(int channels, int side, int most) {
    this.channels = channels;
    this.side = side;
    this.pixels = new byte[most * channels * side * side];
    this.labels = new int[most];
  }

  private int imageBytes() {
    return channels * side * side;
  }

  /** What the next image is written to, from {@link #offset} on. */
  byte[] pixels() {
    return pixels;
  }

  int offset() {
    return size * imageBytes();
  }

  /**
   * The image that was written can be used; the next one comes behind it, and else in its place.
   */
  void keep(int label) {
    labels[size++] = label;
  }

  /** How many can be used. */
  int size() {
    return size;
  }

  /**
   * The images that can be used.
   *
   * @param purpose what they are for
   */
  ImageSplit split(String purpose) throws DataException {
    if (size == 0) {
      throw new DataException(
          Kind.CORRUPT,
          String.format(
              Locale.ROOT,
              "None of the %,d images for %s can be used; train with other files.",
              labels.length,
              purpose));
    }
    boolean whole = size == labels.length;
    return new ImageSplit(
        channels,
        side,
        side,
        whole ? pixels : Arrays.copyOf(pixels, offset()),
        whole ? labels : Arrays.copyOf(labels, size));
  }
}
