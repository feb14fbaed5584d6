package sec.runtime.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;
import sec.runtime.data.Pixels;
import sec.runtime.data.SplitMix64;

/**
 * A part of the image of random area and proportions, scaled to a square (Szegedy and others,
 * "Going deeper with convolutions", 2015).
 *
 * @param side of the result
 * @param least share of the image's area that the part has
 * @param most share of the image's area that the part has
 */
record RandomResizedCrop(int side, double least, double most) implements Transform.OfPixels {
  static final TransformKind KIND =
      new TransformKind(
          "random-resized-crop",
          "scales a part of random area and proportions (3:4 to 4:3) to a square",
          List.of(
              TransformKind.Parameter.side(),
              TransformKind.Parameter.factor("least", 0.08, 0.001, 1),
              TransformKind.Parameter.factor("most", 1, 0.001, 1)),
          numbers -> new RandomResizedCrop((int) numbers[0], numbers[1], numbers[2]));

  private static final double NARROWEST = 3 / 4.0;
  private static final double WIDEST = 4 / 3.0;
  private static final int TRIES = 10;

  /** Part of an image. */
  record Part(int top, int left, int height, int width) {}

  RandomResizedCrop {
    if (least > most) {
      throw new IllegalArgumentException(
          "random-resized-crop: least is %s and most %s".formatted(least, most));
    }
  }

  @Override
  public void apply(Pixels image, SplitMix64 random) {
    Part part = draw(image.height(), image.width(), random);
    Resampling.scale(image, part.top, part.left, part.height, part.width, side, side);
  }

  @Override
  public @Nullable Shape after(@Nullable Shape before) {
    return Shape.of(before == null ? COLOURS : before.channels(), side, side);
  }

  /** Draws area and proportions until they fit; after ten tries, the largest part that does. */
  Part draw(int height, int width, SplitMix64 random) {
    for (int i = 0; i < TRIES; i++) {
      double area = (double) height * width * random.between(least, most);
      double ratio =
          StrictMath.exp(random.between(StrictMath.log(NARROWEST), StrictMath.log(WIDEST)));
      int partWidth = (int) Math.round(Math.sqrt(area * ratio));
      int partHeight = (int) Math.round(Math.sqrt(area / ratio));
      if (partWidth > 0 && partWidth <= width && partHeight > 0 && partHeight <= height) {
        return new Part(
            random.nextInt(height - partHeight + 1),
            random.nextInt(width - partWidth + 1),
            partHeight,
            partWidth);
      }
    }
    int partWidth = Math.min(width, (int) Math.round(height * WIDEST));
    int partHeight = Math.min(height, (int) Math.round(width / NARROWEST));
    return new Part((height - partHeight) / 2, (width - partWidth) / 2, partHeight, partWidth);
  }
}
