package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * From {@code block Math} of hostile.senet.
 */
public final class MathBlock extends NetBlock {
  private final Block conv;
  private final Block conv2;

  /**
   * @param c channels of the input
   * @param this_ the block's this; by default 3
   */
  public MathBlock(int c, int this_) {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(Math.max(c, this_))
        .setKernelShape(new Shape(this_, this_))
        .optPadding(new Shape((this_ - 1) / 2, (this_ - 1) / 2)).optBias(false).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(Math.ceilDiv(c, this_) * 3)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(conv2, pass.apply(conv, x));
  }
}
