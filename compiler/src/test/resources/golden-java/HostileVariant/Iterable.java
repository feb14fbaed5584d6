package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

/**
 * From {@code block Iterable} of hostile.senet.
 */
public final class Iterable extends NetBlock {
  private final Block error;

  public Iterable() {
    error = addChildBlock("Error", new Error());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(error, x);
  }
}
