package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * From {@code block Slots} of hostile.senet.
 */
public final class SlotsBlock extends NetBlock {
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Activation.relu(x);
  }
}
