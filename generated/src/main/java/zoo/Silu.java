package zoo;

import ai.djl.ndarray.NDArray;

/**
 * An operator as a block.
 *
 * <pre>silu</pre>
 */
public final class Silu extends NetBlock {
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Nonlinearity.silu(x);
  }
}
