package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * From {@code block IllegalArgumentException} of hostile.senet.
 */
public final class IllegalArgumentExceptionBlock extends NetBlock {
  /**
   * @param message the block's message; by default 1
   */
  public IllegalArgumentExceptionBlock(int message) {
    if (!(message > 0)) {
      throw new IllegalArgumentException("\" + System.exit(0) + \"\\ $L $S %s %n {0} \\u000a");
    }
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Activation.relu(x);
  }
}
