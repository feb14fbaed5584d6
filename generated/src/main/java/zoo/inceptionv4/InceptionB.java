package zoo.inceptionv4;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import zoo.Ic;
import zoo.NetBlock;
import zoo.Slots;

/**
 * Figure 5: at 17x17.
 *
 * <p>From {@code block InceptionB} of inception_v4.senet.
 */
public final class InceptionB extends NetBlock {
  private final Block ic;
  private final Block ic2;
  private final Block ic3;
  private final Block ic4;
  private final Block ic5;
  private final Block ic6;
  private final Block ic7;
  private final Block ic8;
  private final Block ic9;
  private final Block poolBranch;
  private final Block gate;

  /**
   * @param slots what stands in the slots
   */
  public InceptionB(Slots slots) {
    ic = addChildBlock("ic[0]", new Ic(384, new Shape(1, 1), 1, null));
    ic2 = addChildBlock("ic[1]", new Ic(192, new Shape(1, 1), 1, null));
    ic3 = addChildBlock("ic[2]", new Ic(224, new Shape(1, 7), 1, null));
    ic4 = addChildBlock("ic[3]", new Ic(256, new Shape(7, 1), 1, null));
    ic5 = addChildBlock("ic[4]", new Ic(192, new Shape(1, 1), 1, null));
    ic6 = addChildBlock("ic[5]", new Ic(192, new Shape(7, 1), 1, null));
    ic7 = addChildBlock("ic[6]", new Ic(224, new Shape(1, 7), 1, null));
    ic8 = addChildBlock("ic[7]", new Ic(224, new Shape(7, 1), 1, null));
    ic9 = addChildBlock("ic[8]", new Ic(256, new Shape(1, 7), 1, null));
    poolBranch = addChildBlock("PoolBranch", new PoolBranch(128));
    gate = addChildBlock("gate", slots.at("gate", 1024, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(ic, x);
    NDArray branch2 = pass.apply(ic3, pass.apply(ic2, x));
    branch2 = pass.apply(ic4, branch2);
    NDArray branch3 = pass.apply(ic6, pass.apply(ic5, x));
    branch3 = pass.apply(ic8, pass.apply(ic7, branch3));
    branch3 = pass.apply(ic9, branch3);
    NDArray branch4 = pass.apply(poolBranch, x);
    x = NDArrays.concat(new NDList(branch, branch2, branch3, branch4), 1);
    return pass.apply(gate, x);
  }
}
