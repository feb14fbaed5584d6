package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * From {@code block NDArray} of hostile.senet.
 */
public final class NDArrayBlock extends NetBlock {
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray x2 = Activation.relu(x);
    NDArray pass2 = Activation.tanh(x);
    return x2.add(pass2);
  }
}
