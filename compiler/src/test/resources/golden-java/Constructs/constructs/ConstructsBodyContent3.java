package nets.constructs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import nets.NetBlock;

/**
 * What ConstructsBody puts into slots.
 *
 * <pre>conv(C, 3) maxpool(3, 1)</pre>
 */
public final class ConstructsBodyContent3 extends NetBlock {
  private final Block conv;

  /**
   * @param c channels of the input
   */
  public ConstructsBodyContent3(int c) {
    conv = addChildBlock("conv", Conv2d.builder().setFilters(c).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Pool.maxPool2d(pass.apply(conv, x),
        new Shape(3, 3), new Shape(1, 1), new Shape(1, 1), false);
  }
}
