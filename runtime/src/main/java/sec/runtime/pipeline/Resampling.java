package sec.runtime.pipeline;

import sec.runtime.data.Pixels;

/**
 * Scaling with a triangle filter: bilinear where an image grows, and where it shrinks a mean over
 * all it covers, so that nothing is skipped. Columns come first, then rows, with levels rounded
 * after each; weights are whole numbers of 22 bits. That is Pillow's way, level for level.
 */
final class Resampling {
  private static final int BITS = 22;

  /**
   * The weights of the results along one axis.
   *
   * @param first of each result, the first level that counts
   * @param weights of each result's levels; their sum is 2^22, about
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Axis(int[] first, int[][] weights) {}

  private Resampling() {}

  /** Makes the image a rectangle of it, scaled. */
  static void scale(
      Pixels image, int top, int left, int height, int width, int newHeight, int newWidth) {
    Axis columns = axis(width, newWidth);
    Axis rows = axis(height, newHeight);
    int channels = image.channels();
    byte[] from = image.bytes();
    byte[] narrow = new byte[height * newWidth];
    byte[] to = image.draft(channels, newHeight, newWidth);
    for (int c = 0; c < channels; c++) {
      for (int row = 0; row < height; row++) {
        int start = (c * image.height() + top + row) * image.width() + left;
        for (int x = 0; x < newWidth; x++) {
          int[] weights = columns.weights[x];
          narrow[row * newWidth + x] = level(from, start + columns.first[x], 1, weights);
        }
      }
      for (int y = 0; y < newHeight; y++) {
        int[] weights = rows.weights[y];
        int start = rows.first[y] * newWidth;
        for (int x = 0; x < newWidth; x++) {
          to[(c * newHeight + y) * newWidth + x] = level(narrow, start + x, newWidth, weights);
        }
      }
    }
    image.turn(channels, newHeight, newWidth);
  }

  private static byte level(byte[] levels, int start, int stride, int[] weights) {
    int sum = 1 << (BITS - 1);
    for (int i = 0; i < weights.length; i++) {
      sum += Byte.toUnsignedInt(levels[start + i * stride]) * weights[i];
    }
    return (byte) Math.clamp(sum >> BITS, 0, 255);
  }

  private static Axis axis(int size, int newSize) {
    double scale = (double) size / newSize;
    double reach = Math.max(scale, 1);
    int[] first = new int[newSize];
    int[][] weights = new int[newSize][];
    for (int i = 0; i < newSize; i++) {
      double centre = (i + 0.5) * scale;
      first[i] = Math.max(0, (int) (centre - reach + 0.5));
      int end = Math.min(size, (int) (centre + reach + 0.5));
      weights[i] = weights(first[i], end, centre, reach);
    }
    return new Axis(first, weights);
  }

  private static int[] weights(int first, int end, double centre, double reach) {
    double[] heights = new double[end - first];
    double sum = 0;
    for (int i = 0; i < heights.length; i++) {
      heights[i] = Math.max(0, 1 - Math.abs((first + i - centre + 0.5) / reach));
      sum += heights[i];
    }
    int[] weights = new int[heights.length];
    for (int i = 0; i < heights.length; i++) {
      weights[i] = (int) (0.5 + heights[i] / sum * (1 << BITS));
    }
    return weights;
  }
}
