package zoo;

import ai.djl.ndarray.NDArray;

/**
 * An operator as a block.
 *
 * <pre>hard_sigmoid</pre>
 */
public final class HardSigmoid extends NetBlock {
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Nonlinearity.hardSigmoid(x);
  }
}
