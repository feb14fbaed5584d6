package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;

/**
 * One MLP for two pooled vectors: its weights are shared.
 *
 * <p>From {@code block SharedMlp} of language.senet.
 */
public final class SharedMlp extends NetBlock {
  private final Block fc;
  private final Block fc2;

  /**
   * @param c channels of the input
   * @param r the block's r; by default 4
   */
  public SharedMlp(int c, int r) {
    fc = addChildBlock("mlp.fc[0]", Linear.builder().setUnits(c / r).build());
    fc2 = addChildBlock("mlp.fc[1]", Linear.builder().setUnits(c).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(fc, Pool.globalAvgPool2d(x));
    branch = pass.apply(fc2, Activation.relu(branch));
    NDArray branch2 = pass.apply(fc, Pool.globalMaxPool2d(x));
    branch2 = pass.apply(fc2, Activation.relu(branch2));
    NDArray branch3 = Activation.sigmoid(branch.add(branch2));
    return x.mul(spread(branch3));
  }
}
