package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;

/**
 * From {@code block System} of hostile.senet.
 */
public final class System extends NetBlock {
  private final Block thread;

  public System() {
    thread = addChildBlock("Thread", new Thread());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(thread, Activation.relu(x));
  }
}
