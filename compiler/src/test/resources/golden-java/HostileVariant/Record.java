package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

/**
 * From {@code block Record} of hostile.senet.
 */
public final class Record extends NetBlock {
  private final Block iterable;

  public Record() {
    iterable = addChildBlock("Iterable", new Iterable());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(iterable, x);
  }
}
