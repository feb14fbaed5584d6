package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

/**
 * From {@code block SE} of hostile.senet.
 */
public final class SE2 extends NetBlock {
  private final Block se;

  /**
   * @param c channels of the input
   */
  public SE2(int c) {
    se = addChildBlock("se", new Se(c));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(se, x);
  }
}
