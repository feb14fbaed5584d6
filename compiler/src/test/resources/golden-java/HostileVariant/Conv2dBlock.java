package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * From {@code block Conv2d} of hostile.senet.
 */
public final class Conv2dBlock extends NetBlock {
  private final Block conv;

  /**
   * @param c channels of the input
   */
  public Conv2dBlock(int c) {
    conv = addChildBlock("conv", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(conv, x);
  }
}
