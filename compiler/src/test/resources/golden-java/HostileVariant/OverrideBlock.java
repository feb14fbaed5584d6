package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;

/**
 * From {@code block Override} of hostile.senet.
 */
public final class OverrideBlock extends NetBlock {
  private final Block fc;

  /**
   * @param c channels of the input
   */
  public OverrideBlock(int c) {
    fc = addChildBlock("fc", Linear.builder().setUnits(c).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray gate = pass.apply(fc, Pool.globalAvgPool2d(x));
    return x.mul(spread(Activation.sigmoid(gate)));
  }
}
