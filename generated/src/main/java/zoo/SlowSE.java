package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;

/**
 * SE squeezed in two steps, over C/(r/2) to C/r, and excited in one.
 *
 * <p>From {@code block SlowSE} of attention.senet.
 */
public final class SlowSE extends NetBlock {
  private final Block fc;
  private final Block fc2;
  private final Block fc3;

  /**
   * @param c channels of the input
   * @param r the block's r; by default 16
   */
  public SlowSE(int c, int r) {
    fc = addChildBlock("fc[0]", Linear.builder().setUnits(2 * c / r).build());
    fc2 = addChildBlock("fc[1]", Linear.builder().setUnits(c / r).build());
    fc3 = addChildBlock("fc[2]", Linear.builder().setUnits(c).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray gate = pass.apply(fc, Pool.globalAvgPool2d(x));
    gate = pass.apply(fc2, Activation.relu(gate));
    gate = pass.apply(fc3, Activation.relu(gate));
    return x.mul(spread(Activation.sigmoid(gate)));
  }
}
