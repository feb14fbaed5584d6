package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

/**
 * From {@code block sE} of hostile.senet.
 */
public final class SE4 extends NetBlock {
  private final Block se;

  /**
   * @param c channels of the input
   */
  public SE4(int c) {
    se = addChildBlock("Se", new Se3(c));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(se, x);
  }
}
