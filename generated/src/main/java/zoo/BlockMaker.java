package zoo;

import ai.djl.nn.Block;

/** Makes the block that stands for a parameter of another one. */
@FunctionalInterface
public interface BlockMaker {

  /**
   * A new block.
   *
   * @param c channels of its input
   */
  Block make(int c);
}
