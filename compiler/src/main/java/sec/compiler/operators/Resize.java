package sec.compiler.operators;

import java.util.List;

/**
 * A map at another height and width, as PyTorch's {@code interpolate} with {@code
 * align_corners=False}.
 *
 * @param height of the result
 * @param width of the result
 * @param mode how places between places get their numbers
 */
public record Resize(int height, int width, Mode mode) implements Primitive {

  /** How places between places get their numbers. */
  public enum Mode {
    /** From element {@code floor(i * size / newSize)}. */
    NEAREST,
    /** From the two nearest centres along each axis, by their distance. */
    BILINEAR
  }

  @Override
  public String word() {
    return "upsample";
  }

  @Override
  public Shape output(List<Shape> inputs) throws ShapeException {
    return Shape.of(
        ShapeRules.map("upsample", inputs, ShapeRules.BEFORE_VECTOR).channels(), height, width);
  }
}
