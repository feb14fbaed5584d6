package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * From {@code block Block} of hostile.senet.
 */
public final class BlockBlock extends NetBlock {
  private final String String;
  private Block conv;

  /**
   * @param c channels of the input
   * @param String the block's String; by default "a&#92;"b&#92;&#92;c$L$S&#92;n&#92;&#92;u0022"
   * @param x_ the block's x; by default 1
   */
  public BlockBlock(int c, String String, int x_) {
    this.String = String;
    if ("a\"b\\c$L$S\n\\u0022".equals(String)) {
      conv = addChildBlock("conv", Conv2d.builder().setFilters(c).setKernelShape(new Shape(x_, x_))
          .optPadding(new Shape((x_ - 1) / 2, (x_ - 1) / 2)).optBias(false).build());
    }
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    if ("a\"b\\c$L$S\n\\u0022".equals(String)) {
      x = pass.apply(conv, x);
    } else {
      x = Activation.relu(x);
    }
    return x;
  }
}
