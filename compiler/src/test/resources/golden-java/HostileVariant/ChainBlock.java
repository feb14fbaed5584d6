package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * From {@code block Chain} of hostile.senet.
 */
public final class ChainBlock extends NetBlock {
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Activation.tanh(x);
  }
}
