package nets.constructs3;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import nets.NetBlock;
import nets.SE;
import nets.Slots;

/**
 * A slot whose content changes the size, before a block that asks for it.
 *
 * <p>From {@code block Wide} of constructs.senet.
 */
public final class Wide extends NetBlock {
  private final Block middle;
  private final Block se;

  /**
   * @param c channels of the input
   * @param slots_ the block's slots; by default 2
   * @param slots what stands in the slots
   */
  public Wide(int c, int slots_, Slots slots) {
    middle = addChildBlock("middle", slots.at("middle", c, () -> new WideMiddle(c, slots_)));
    se = addChildBlock("SE", new SE(16, c / 4));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(se, pass.apply(middle, x));
  }
}
