package sec.runtime.sample;

import java.util.List;
import java.util.Random;
import sec.runtime.data.ImageData;
import sec.runtime.data.ImageSplit;

/** Images of four classes: which quarter of the rows is bright. */
public final class Stripes {
  private Stripes() {}

  /** So many of 3x8x8, for training and test alike. */
  public static ImageData images(int count) {
    return images(count, 8);
  }

  /** So many squares of that side. */
  public static ImageData images(int count, int side) {
    int length = 3 * side * side;
    byte[] pixels = new byte[count * length];
    int[] labels = new int[count];
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      labels[i] = i % 4;
      for (int p = 0; p < length; p++) {
        int row = p % (side * side) / side;
        boolean bright = row * 4 / side == labels[i];
        pixels[i * length + p] = (byte) (random.nextInt(60) + (bright ? 150 : 0));
      }
    }
    ImageSplit split = new ImageSplit(3, side, side, pixels, labels);
    return ImageData.of("stripes", List.of("a", "b", "c", "d"), split, split);
  }
}
