package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * From {@code block InsidePool} of hostile.senet.
 */
public final class InsidePoolBlock extends NetBlock {
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return InsidePool.avgPool2d(x, new Shape(3, 3), new Shape(1, 1), new Shape(1, 1), false);
  }
}
