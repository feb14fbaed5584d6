package sec.runtime.pipeline;

import java.util.List;
import sec.compiler.operators.Shape;
import sec.runtime.data.SplitMix64;

/**
 * Each image a weighted sum of itself and another one (Zhang and others, "mixup", 2018).
 *
 * @param alpha the weights are drawn from Beta(alpha, alpha): the smaller, the closer to 0 and 1
 */
record Mixup(double alpha) implements Transform.OfBatch {
  static final TransformKind KIND =
      new TransformKind(
          "mixup",
          "adds a share of another image of the batch, of its label likewise",
          List.of(TransformKind.Parameter.factor("alpha", 0.2, 0.05, 100)),
          numbers -> new Mixup(numbers[0]));

  @Override
  public Mix draw(Shape shape, SplitMix64 random) {
    return new Mix.Blend(Beta.draw(alpha, random));
  }
}
