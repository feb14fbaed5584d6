package zoo;

import ai.djl.ndarray.NDArray;

/**
 * An operator as a block.
 *
 * <pre>hard_swish</pre>
 */
public final class HardSwish extends NetBlock {
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Nonlinearity.hardSwish(x);
  }
}
