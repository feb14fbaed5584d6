package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/**
 * Convolution, normalisation, and an activation of the user's choice.
 *
 * <p>From {@code block cba} of language.senet, as it is at {@code stem.cba}, with out = 8, k = 3, act = sigmoid.
 */
public final class Cba extends NetBlock {
  private final Block conv;
  private final Block bn;

  public Cba() {
    conv = addChildBlock("conv", Conv2d.builder().setFilters(8).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    return Activation.sigmoid(x);
  }
}
