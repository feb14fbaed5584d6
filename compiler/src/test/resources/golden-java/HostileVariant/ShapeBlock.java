package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;

/**
 * From {@code block Shape} of hostile.senet.
 */
public final class ShapeBlock extends NetBlock {
  private final Shape size;
  private final Block conv;

  /**
   * @param c channels of the input
   * @param size the block's size; by default [3, 1]
   */
  public ShapeBlock(int c, Shape size) {
    this.size = size;
    conv = addChildBlock("conv", Conv2d.builder().setFilters(c).setKernelShape(size)
        .optPadding(new Shape((size.get(0) - 1) / 2, (size.get(1) - 1) / 2)).optBias(false)
        .build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Pool.maxPool2d(pass.apply(conv, x),
        size, new Shape(1, 1), new Shape((size.get(0) - 1) / 2, (size.get(1) - 1) / 2), false);
  }
}
