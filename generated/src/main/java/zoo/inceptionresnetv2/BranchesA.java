package zoo.inceptionresnetv2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import zoo.Ic;
import zoo.NetBlock;

/**
 * Figure 16: at 35x35.
 *
 * <p>From {@code block BranchesA} of inception_resnet_v2.senet.
 */
public final class BranchesA extends NetBlock {
  private final Block ic;
  private final Block ic2;
  private final Block ic3;
  private final Block ic4;
  private final Block ic5;
  private final Block ic6;

  public BranchesA() {
    ic = addChildBlock("ic[0]", new Ic(32, new Shape(1, 1), 1, null));
    ic2 = addChildBlock("ic[1]", new Ic(32, new Shape(1, 1), 1, null));
    ic3 = addChildBlock("ic[2]", new Ic(32, new Shape(3, 3), 1, null));
    ic4 = addChildBlock("ic[3]", new Ic(32, new Shape(1, 1), 1, null));
    ic5 = addChildBlock("ic[4]", new Ic(48, new Shape(3, 3), 1, null));
    ic6 = addChildBlock("ic[5]", new Ic(64, new Shape(3, 3), 1, null));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(ic, x);
    NDArray branch2 = pass.apply(ic3, pass.apply(ic2, x));
    NDArray branch3 = pass.apply(ic5, pass.apply(ic4, x));
    branch3 = pass.apply(ic6, branch3);
    return NDArrays.concat(new NDList(branch, branch2, branch3), 1);
  }
}
