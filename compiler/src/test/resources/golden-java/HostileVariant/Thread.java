package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * From {@code block Thread} of hostile.senet.
 */
public final class Thread extends NetBlock {
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Activation.relu(x);
  }
}
