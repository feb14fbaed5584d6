package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;

/**
 * From {@code block String} of hostile.senet.
 */
public final class StringBlock extends NetBlock {
  private final Block conv;
  private final Block conv2;
  private final Block at;

  /**
   * @param c channels of the input
   * @param pass_ the block's pass; by default 1
   * @param slots_ the block's slots; by default 1
   * @param c_ the block's c; by default 1
   * @param h_ the block's h; by default 1
   * @param w_ the block's w; by default 1
   * @param path_ the block's path; by default 1
   * @param slots what stands in the slots
   */
  public StringBlock(int c, int pass_, int slots_, int c_, int h_, int w_, int path_, Slots slots) {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(c * pass_ * slots_)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(c * c_ * h_ * w_ * path_)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    at = addChildBlock("at", slots.at("at", c * c_ * h_ * w_ * path_, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(conv2, pass.apply(conv, x));
    return pass.apply(at, x);
  }
}
