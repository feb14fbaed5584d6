package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * From {@code block Narrow} of language.senet.
 */
public final class Narrow extends NetBlock {
  private final Block conv;
  private final Block conv2;

  /**
   * @param c channels of the input
   * @param width the block's width
   */
  public Narrow(int c, int width) {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(width)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Activation.relu(pass.apply(conv, x));
    return Activation.sigmoid(pass.apply(conv2, x));
  }
}
