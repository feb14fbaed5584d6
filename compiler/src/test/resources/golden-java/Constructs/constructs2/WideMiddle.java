package nets.constructs2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import nets.NetBlock;

/**
 * What stands in slot middle of Wide by default.
 *
 * <pre>conv(slots*C, 1) relu</pre>
 */
public final class WideMiddle extends NetBlock {
  private final Block conv;

  /**
   * @param c channels of the input
   * @param slots_ the block's slots; by default 2
   */
  public WideMiddle(int c, int slots_) {
    conv = addChildBlock("conv", Conv2d.builder().setFilters(slots_ * c)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Activation.relu(pass.apply(conv, x));
  }
}
