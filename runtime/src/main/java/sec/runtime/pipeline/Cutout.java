package sec.runtime.pipeline;

import java.util.Arrays;
import java.util.List;
import sec.compiler.operators.Shape;
import sec.runtime.data.SplitMix64;

/**
 * A square set to the mean (DeVries and Taylor, "Improved regularization with cutout", 2017). Its
 * middle is anywhere in the image, so that a part of it may lie outside.
 *
 * @param side of the square, in pixels
 */
record Cutout(int side) implements Transform.OfNumbers {
  static final TransformKind KIND =
      new TransformKind(
          "cutout",
          "sets a square around a random place to the mean",
          List.of(TransformKind.Parameter.pixels("side", 16)),
          numbers -> new Cutout((int) numbers[0]));

  @Override
  public void apply(float[] numbers, Shape shape, SplitMix64 random) {
    int top = random.nextInt(shape.height()) - side / 2;
    int left = random.nextInt(shape.width()) - side / 2;
    clear(
        numbers,
        shape,
        Math.max(0, top),
        Math.max(0, left),
        Math.min(shape.height(), top + side),
        Math.min(shape.width(), left + side));
  }

  /** Sets a rectangle to the mean; the last row and column are outside of it. */
  static void clear(float[] numbers, Shape shape, int top, int left, int bottom, int right) {
    for (int c = 0; c < shape.channels(); c++) {
      for (int row = top; row < bottom; row++) {
        int start = (c * shape.height() + row) * shape.width();
        Arrays.fill(numbers, start + left, start + right, 0);
      }
    }
  }
}
