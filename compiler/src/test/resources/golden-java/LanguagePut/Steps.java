package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/**
 * One layer after another, each from an item of two lists.
 *
 * <p>From {@code block Steps} of language.senet, as it is at {@code Steps}, with widths = [6, 8], strides = [1, 2].
 */
public final class Steps extends NetBlock {
  private final Block conv;
  private final Block bn;
  private final Block conv2;
  private final Block bn2;

  public Steps() {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(6).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(8).setKernelShape(new Shape(3, 3))
        .optStride(new Shape(2, 2)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = pass.apply(conv2, Activation.relu(x));
    return Activation.relu(pass.apply(bn2, x));
  }
}
