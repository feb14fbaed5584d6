package sec.runtime.pipeline;

import sec.compiler.operators.Shape;

/** How each image of a batch is mixed with another one. */
public sealed interface Mix {

  /** How much of the mixed image is the first image's, from 0 to 1. */
  double share();

  /** Mixes one image into another. */
  void into(float[] first, float[] second);

  /**
   * A sum of both.
   *
   * @param share of the first
   */
  record Blend(double share) implements Mix {
    @Override
    public void into(float[] first, float[] second) {
      float own = (float) share;
      for (int i = 0; i < first.length; i++) {
        first[i] = own * first[i] + (1 - own) * second[i];
      }
    }
  }

  /**
   * A rectangle of the second in the first.
   *
   * @param shape of the images
   * @param top first row of the rectangle
   * @param left first column
   * @param bottom row after the last one
   * @param right column after the last one
   */
  record Patch(Shape shape, int top, int left, int bottom, int right) implements Mix {
    @Override
    public double share() {
      double area = (double) (bottom - top) * (right - left);
      return 1 - area / ((double) shape.height() * shape.width());
    }

    @Override
    public void into(float[] first, float[] second) {
      int plane = shape.height() * shape.width();
      for (int c = 0; c < shape.channels(); c++) {
        for (int row = top; row < bottom; row++) {
          int from = c * plane + row * shape.width() + left;
          System.arraycopy(second, from, first, from, right - left);
        }
      }
    }
  }
}
