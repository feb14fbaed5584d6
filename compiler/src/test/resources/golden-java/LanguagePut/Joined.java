package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/**
 * What is remembered joins what comes up.
 *
 * <p>From {@code block Joined} of language.senet, as it is at {@code Joined}, with width = 10.
 */
public final class Joined extends NetBlock {
  private final Block conv;
  private final Block conv2;
  private final Block bn;

  public Joined() {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(10).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(10).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray skip = pass.value(0);
    x = NDArrays.concat(new NDList(skip, pass.apply(conv, x)), 1);
    x = pass.apply(bn, pass.apply(conv2, x));
    return Activation.relu(x);
  }
}
