package sec.runtime.pipeline;

import java.util.List;
import sec.compiler.operators.Shape;
import sec.runtime.data.SplitMix64;

/**
 * A rectangle of another image in each image (Yun and others, "CutMix", 2019).
 *
 * @param alpha the share of the image that stays is drawn from Beta(alpha, alpha); what of the
 *     rectangle lies outside of the image does not count
 */
record Cutmix(double alpha) implements Transform.OfBatch {
  static final TransformKind KIND =
      new TransformKind(
          "cutmix",
          "puts a rectangle of another image of the batch into each, of its label likewise",
          List.of(TransformKind.Parameter.factor("alpha", 1, 0.05, 100)),
          numbers -> new Cutmix(numbers[0]));

  @Override
  public Mix draw(Shape shape, SplitMix64 random) {
    double part = Math.sqrt(1 - Beta.draw(alpha, random));
    int halfHeight = (int) (shape.height() * part / 2);
    int halfWidth = (int) (shape.width() * part / 2);
    int row = random.nextInt(shape.height());
    int column = random.nextInt(shape.width());
    return new Mix.Patch(
        shape,
        Math.max(0, row - halfHeight),
        Math.max(0, column - halfWidth),
        Math.min(shape.height(), row + halfHeight),
        Math.min(shape.width(), column + halfWidth));
  }
}
