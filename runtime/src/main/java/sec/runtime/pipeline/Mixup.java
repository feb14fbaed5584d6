package sec.runtime.pipeline;

import sec.compiler.operators.Shape;
import sec.runtime.data.SplitMix64;

/**
 * Each image a weighted sum of itself and another one (Zhang and others, "mixup", 2018).
 *
 * @param alpha the weights are drawn from Beta(alpha, alpha): the smaller, the closer to 0 and 1
 */
record Mixup(double alpha) implements Transform.OfBatch {

  @Override
  public Mix draw(Shape shape, SplitMix64 random) {
    return new Mix.Blend(Beta.draw(alpha, random));
  }
}
