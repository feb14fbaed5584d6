package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

/** Blocks applied one after another, each under a name of its own. */
public final class Chain extends NetBlock {

  /** A chain of nothing: it passes its input on. */
  public Chain() {}

  /** Adds {@code block} at the end. */
  public Chain then(String name, Block block) {
    addChildBlock(name, block);
    return this;
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    for (Block block : getChildren().values()) {
      x = pass.apply(block, x);
    }
    return x;
  }
}
