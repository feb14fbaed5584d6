package sec.runtime.pipeline;

import java.util.Arrays;
import sec.runtime.data.Pixels;
import sec.runtime.data.SplitMix64;

/**
 * A margin of black on all four sides, and then a crop of the image's own size from anywhere.
 *
 * @param margin in pixels
 */
record PadCrop(int margin) implements Transform.OfPixels {

  @Override
  public void apply(Pixels image, SplitMix64 random) {
    int down = random.nextInt(2 * margin + 1) - margin;
    int right = random.nextInt(2 * margin + 1) - margin;
    shift(image, down, right);
  }

  /** Makes row {@code i} the image's row {@code i + down}, and so for columns; black outside. */
  private static void shift(Pixels image, int down, int right) {
    int height = image.height();
    int width = image.width();
    byte[] from = image.bytes();
    byte[] to = image.draft(image.channels(), height, width);
    int firstColumn = Math.clamp(-right, 0, width);
    int endColumn = Math.clamp(width - right, firstColumn, width);
    for (int line = 0; line < image.channels() * height; line++) {
      int source = line % height + down;
      int start = line * width;
      if (source < 0 || source >= height) {
        Arrays.fill(to, start, start + width, (byte) 0);
        continue;
      }
      Arrays.fill(to, start, start + firstColumn, (byte) 0);
      int begin = (line + down) * width + firstColumn + right;
      System.arraycopy(from, begin, to, start + firstColumn, endColumn - firstColumn);
      Arrays.fill(to, start + endColumn, start + width, (byte) 0);
    }
    image.turn(image.channels(), height, width);
  }
}
