package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

/**
 * From {@code block Se} of hostile.senet.
 */
public final class Se3 extends NetBlock {
  private final Block se;

  /**
   * @param c channels of the input
   */
  public Se3(int c) {
    se = addChildBlock("SE", new SE2(c));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(se, x);
  }
}
