package nets;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * Bump kept spatial: a gate for each element, with a 3x3 convolution between a 1x1 squeeze and a 1x1 excitation.
 *
 * <p>From {@code block BumpConv} of attention.senet.
 */
public final class BumpConv extends NetBlock {
  private final Block conv;
  private final Block conv2;
  private final Block conv3;

  /**
   * @param c channels of the input
   * @param r the block's r; by default 16
   */
  public BumpConv(int c, int r) {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(c / r)
        .setKernelShape(new Shape(1, 1)).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(c / r)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).build());
    conv3 = addChildBlock("conv[2]", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray gate = Activation.relu(pass.apply(conv, x));
    gate = Activation.relu(pass.apply(conv2, gate));
    gate = Activation.sigmoid(pass.apply(conv3, gate));
    return x.mul(gate);
  }
}
