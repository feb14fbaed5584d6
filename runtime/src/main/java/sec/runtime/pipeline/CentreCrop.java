package sec.runtime.pipeline;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;
import sec.runtime.data.Pixels;

/**
 * The middle of the image; where the image is smaller, black around it.
 *
 * @param height rows of the result
 * @param width columns of the result
 */
record CentreCrop(int height, int width) implements Transform.Fixed {
  static final TransformKind KIND =
      new TransformKind(
          "centre-crop",
          "takes a square from the middle, with black around images that are smaller",
          List.of(TransformKind.Parameter.side()),
          numbers -> new CentreCrop((int) numbers[0], (int) numbers[0]));

  @Override
  public void apply(Pixels image) {
    // To the even one of two middles.
    int top = (int) Math.rint((image.height() - height) / 2.0);
    int left = (int) Math.rint((image.width() - width) / 2.0);
    crop(image, top, left, height, width);
  }

  @Override
  public @Nullable Shape after(@Nullable Shape before) {
    return Shape.of(before == null ? Transform.OfPixels.COLOURS : before.channels(), height, width);
  }

  /** Makes the image a rectangle of itself, black where that lies outside. */
  static void crop(Pixels image, int top, int left, int height, int width) {
    byte[] from = image.bytes();
    byte[] to = image.draft(image.channels(), height, width);
    int first = Math.clamp(-left, 0, width);
    int end = Math.clamp((long) image.width() - left, first, width);
    for (int line = 0; line < image.channels() * height; line++) {
      int row = line % height + top;
      int start = line * width;
      if (row < 0 || row >= image.height()) {
        Arrays.fill(to, start, start + width, (byte) 0);
        continue;
      }
      int source = (line / height * image.height() + row) * image.width() + left;
      Arrays.fill(to, start, start + first, (byte) 0);
      System.arraycopy(from, source + first, to, start + first, end - first);
      Arrays.fill(to, start + end, start + width, (byte) 0);
    }
    image.turn(image.channels(), height, width);
  }
}
