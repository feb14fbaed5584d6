package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * An operator as a block.
 *
 * <pre>relu6</pre>
 */
public final class Relu6 extends NetBlock {
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Activation.relu(x).clip(0, 6);
  }
}
