package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;

/**
 * 1x3 and 3x1 beside one another, the widest part of Inception v3 and v4.
 *
 * <p>From {@code block Fork} of blocks.senet.
 */
public final class Fork extends NetBlock {
  private final Block ic;
  private final Block ic2;

  /**
   * @param out the block's out
   */
  public Fork(int out) {
    ic = addChildBlock("ic[0]", new Ic(out, new Shape(1, 3), 1, null));
    ic2 = addChildBlock("ic[1]", new Ic(out, new Shape(3, 1), 1, null));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(ic, x);
    NDArray branch2 = pass.apply(ic2, x);
    return NDArrays.concat(new NDList(branch, branch2), 1);
  }
}
