package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;

/**
 * An operator as a block.
 *
 * <pre>maxpool(3, 1)</pre>
 */
public final class Maxpool extends NetBlock {
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Pool.maxPool2d(x, new Shape(3, 3), new Shape(1, 1), new Shape(1, 1), false);
  }
}
