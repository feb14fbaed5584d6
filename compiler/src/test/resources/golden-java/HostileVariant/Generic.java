package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * From {@code block Generic} of hostile.senet.
 */
public final class Generic extends NetBlock {
  private final Block conv;
  private final Block conv2;

  /**
   * @param c channels of the input
   * @param forward the block's forward; by default 1
   * @param getChildren the block's getChildren; by default 2
   * @param addChildBlock the block's addChildBlock; by default 3
   * @param initialize the block's initialize; by default 1
   * @param spread the block's spread; by default 1
   * @param outputs the block's outputs; by default 1
   */
  public Generic(int c, int forward, int getChildren, int addChildBlock, int initialize, int spread,
      int outputs) {
    conv = addChildBlock("forward.conv", Conv2d.builder().setFilters(c)
        .setKernelShape(new Shape(addChildBlock, addChildBlock))
        .optPadding(new Shape((addChildBlock - 1) / 2, (addChildBlock - 1) / 2)).optBias(false)
        .build());
    conv2 = addChildBlock("spread.conv", Conv2d.builder()
        .setFilters(c * getChildren * forward * initialize * spread * outputs)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(conv2, pass.apply(conv, x));
  }
}
