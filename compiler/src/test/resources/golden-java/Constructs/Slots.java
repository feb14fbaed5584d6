package nets;

import ai.djl.nn.Block;
import java.util.function.Supplier;

/** Says what stands in the slots of a network. */
@FunctionalInterface
public interface Slots {

  /**
   * What to put into a slot.
   *
   * @param path of the slot: {@code stage1.Bottleneck[0].gate}
   * @param c channels of its input
   * @return the block, or null to leave the slot as it is by default
   */
  Block fill(String path, int c);

  /** Every slot as it is by default. */
  static Slots asDeclared() {
    return (path, c) -> null;
  }

  /** The slots below one step of the path. */
  default Slots within(String step) {
    return (path, c) -> fill(step + "." + path, c);
  }

  /** What stands in a slot, which is {@code standard} unless it is filled. */
  default Block at(String path, int c, Supplier<Block> standard) {
    Block filled = fill(path, c);
    return filled == null ? standard.get() : filled;
  }
}
