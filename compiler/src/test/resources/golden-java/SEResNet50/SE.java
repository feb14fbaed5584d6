package nets;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;

/**
 * Squeeze-and-Excitation (Hu, Shen, Sun; CVPR 2018): a gate for each channel, from the means of all channels.
 *
 * <p>From {@code block SE} of attention.senet.
 */
public final class SE extends NetBlock {
  private final Block fc;
  private final Block fc2;

  /**
   * @param c channels of the input
   * @param r the block's r; by default 16
   */
  public SE(int c, int r) {
    fc = addChildBlock("fc[0]", Linear.builder().setUnits(c / r).build());
    fc2 = addChildBlock("fc[1]", Linear.builder().setUnits(c).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray gate = pass.apply(fc, Pool.globalAvgPool2d(x));
    gate = pass.apply(fc2, Activation.relu(gate));
    return x.mul(spread(Activation.sigmoid(gate)));
  }
}
