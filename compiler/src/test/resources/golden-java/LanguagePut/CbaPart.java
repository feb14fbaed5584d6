package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * What cba gives to a block.
 *
 * <pre>conv(C, 1) tanh</pre>
 */
public final class CbaPart extends NetBlock {
  private final Block conv;

  /**
   * @param c channels of the input
   */
  public CbaPart(int c) {
    conv = addChildBlock("conv", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Activation.tanh(pass.apply(conv, x));
  }
}
