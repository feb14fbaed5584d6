package zoo.inceptionv4;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import zoo.Ic;
import zoo.InsidePool;
import zoo.NetBlock;

/**
 * The mean of 3x3 places, padding left out, and a projection.
 *
 * <p>From {@code block PoolBranch} of inception_v4.senet.
 */
public final class PoolBranch extends NetBlock {
  private final Block ic;

  /**
   * @param out the block's out
   */
  public PoolBranch(int out) {
    ic = addChildBlock("ic", new Ic(out, new Shape(1, 1), 1, null));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = InsidePool.avgPool2d(x, new Shape(3, 3), new Shape(1, 1), new Shape(1, 1), false);
    return pass.apply(ic, x);
  }
}
