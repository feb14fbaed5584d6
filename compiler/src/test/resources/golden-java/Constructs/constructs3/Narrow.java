package nets.constructs3;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import nets.NetBlock;

/**
 * Fractions that are whole only in the end; and a name that Java keeps for itself.
 *
 * <p>From {@code block Narrow} of constructs.senet.
 */
public final class Narrow extends NetBlock {
  private final Block conv;
  private final Block conv2;
  private final Block conv3;

  /**
   * @param c channels of the input
   * @param r the block's r; by default 6
   * @param class_ the block's class; by default 1
   */
  public Narrow(int c, int r, int class_) {
    if (!(r >= 2)) {
      throw new IllegalArgumentException("r is at least 2");
    }
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(2 * c / r)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder()
        .setFilters(Math.max(Math.ceilDiv(2 * c, 5), class_)).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    conv3 = addChildBlock("conv[2]", Conv2d.builder().setFilters(roundTo(c, 3, 8))
        .setKernelShape(new Shape(3, 3)).optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Activation.tanh(pass.apply(conv, x));
    x = Activation.sigmoid(pass.apply(conv2, x));
    return pass.apply(conv3, x);
  }
}
