package sec.runtime.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;
import sec.runtime.data.Pixels;

/**
 * The image scaled, its proportions kept.
 *
 * @param height the result is at least as high
 * @param width and at least as wide, and in one of both exactly so
 */
record Resize(int height, int width) implements Transform.Fixed {
  static final TransformKind KIND =
      new TransformKind(
          "resize",
          "scales the image, its proportions kept, until its shorter side is as long",
          List.of(TransformKind.Parameter.side()),
          numbers -> new Resize((int) numbers[0], (int) numbers[0]));

  @Override
  public void apply(Pixels image) {
    int newHeight = newHeight(image.height(), image.width());
    int newWidth = newWidth(image.height(), image.width());
    if (newHeight != image.height() || newWidth != image.width()) {
      Resampling.scale(image, 0, 0, image.height(), image.width(), newHeight, newWidth);
    }
  }

  @Override
  public @Nullable Shape after(@Nullable Shape before) {
    return before == null
        ? null
        : Shape.of(
            before.channels(),
            newHeight(before.height(), before.width()),
            newWidth(before.height(), before.width()));
  }

  private int newHeight(int oldHeight, int oldWidth) {
    return Math.max(height, (int) ((long) width * oldHeight / oldWidth));
  }

  private int newWidth(int oldHeight, int oldWidth) {
    return Math.max(width, (int) ((long) height * oldWidth / oldHeight));
  }
}
