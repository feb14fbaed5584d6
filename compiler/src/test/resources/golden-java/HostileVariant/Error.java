package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

/**
 * From {@code block Error} of hostile.senet.
 */
public final class Error extends NetBlock {
  private final Block system;

  public Error() {
    system = addChildBlock("System", new System());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(system, x);
  }
}
