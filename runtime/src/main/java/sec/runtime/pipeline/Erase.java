package sec.runtime.pipeline;

import java.util.List;
import sec.compiler.operators.Shape;
import sec.runtime.data.SplitMix64;

/**
 * A rectangle of random area and proportions set to the mean (Zhong and others, "Random erasing
 * data augmentation", 2020).
 *
 * @param chance that it is done at all
 * @param least share of the image's area
 * @param most share of the image's area
 */
record Erase(double chance, double least, double most) implements Transform.OfNumbers {
  static final TransformKind KIND =
      new TransformKind(
          "erase",
          "sets a rectangle of random area and proportions (3:10 to 10:3) to the mean",
          List.of(
              TransformKind.Parameter.share("chance", 0.5),
              TransformKind.Parameter.factor("least", 0.02, 0.001, 1),
              TransformKind.Parameter.factor("most", 0.33, 0.001, 1)),
          numbers -> new Erase(numbers[0], numbers[1], numbers[2]));

  private static final double NARROWEST = 0.3;
  private static final int TRIES = 10;

  Erase {
    if (least > most) {
      throw new IllegalArgumentException("erase: least is %s and most %s".formatted(least, most));
    }
  }

  @Override
  public void apply(float[] numbers, Shape shape, SplitMix64 random) {
    if (random.nextDouble() >= chance) {
      return;
    }
    double log = StrictMath.log(NARROWEST);
    for (int i = 0; i < TRIES; i++) {
      double area = (double) shape.height() * shape.width() * random.between(least, most);
      double ratio = StrictMath.exp(random.between(log, -log));
      int height = (int) Math.round(Math.sqrt(area * ratio));
      int width = (int) Math.round(Math.sqrt(area / ratio));
      if (height > 0 && height < shape.height() && width > 0 && width < shape.width()) {
        int top = random.nextInt(shape.height() - height + 1);
        int left = random.nextInt(shape.width() - width + 1);
        Cutout.clear(numbers, shape, top, left, top + height, left + width);
        return;
      }
    }
  }
}
