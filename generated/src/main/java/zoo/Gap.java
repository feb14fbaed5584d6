package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.pooling.Pool;

/**
 * An operator as a block.
 *
 * <pre>gap</pre>
 */
public final class Gap extends NetBlock {
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Pool.globalAvgPool2d(x);
  }
}
