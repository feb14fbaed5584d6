package zoo.inceptionresnetv2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import zoo.Ic;
import zoo.NetBlock;

/**
 * Figure 17: at 17x17.
 *
 * <p>From {@code block BranchesB} of inception_resnet_v2.senet.
 */
public final class BranchesB extends NetBlock {
  private final Block ic;
  private final Block ic2;
  private final Block ic3;
  private final Block ic4;

  public BranchesB() {
    ic = addChildBlock("ic[0]", new Ic(192, new Shape(1, 1), 1, null));
    ic2 = addChildBlock("ic[1]", new Ic(128, new Shape(1, 1), 1, null));
    ic3 = addChildBlock("ic[2]", new Ic(160, new Shape(1, 7), 1, null));
    ic4 = addChildBlock("ic[3]", new Ic(192, new Shape(7, 1), 1, null));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(ic, x);
    NDArray branch2 = pass.apply(ic3, pass.apply(ic2, x));
    branch2 = pass.apply(ic4, branch2);
    return NDArrays.concat(new NDList(branch, branch2), 1);
  }
}
