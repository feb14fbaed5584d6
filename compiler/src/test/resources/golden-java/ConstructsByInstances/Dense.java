package constructs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/**
 * Every construct once, in ways that make the generated Java work for it.
 * Growing channels by concatenation, as in DenseNet.
 *
 * <p>From {@code block Dense} of constructs.senet, as it is at {@code dense.Dense[0]}, with growth = 4.
 */
public final class Dense extends NetBlock {
  private final Block bn;
  private final Block conv;

  public Dense() {
    bn = addChildBlock("bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv = addChildBlock("conv", Conv2d.builder().setFilters(4).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = Activation.relu(pass.apply(bn, x));
    return NDArrays.concat(new NDList(x, pass.apply(conv, branch)), 1);
  }
}
