package zoo.inceptionv4;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import java.util.ArrayList;
import java.util.List;
import zoo.Ic;
import zoo.NetBlock;
import zoo.Slots;

/**
 * Figure 4: at 35x35.
 *
 * <p>From {@code block InceptionA} of inception_v4.senet.
 */
public final class InceptionA extends NetBlock {
  private final Block ic;
  private final Block ic2;
  private final Block ic3;
  private final Block ic4;
  private final List<Block> ic5 = new ArrayList<>();
  private final Block poolBranch;
  private final Block gate;

  /**
   * @param slots what stands in the slots
   */
  public InceptionA(Slots slots) {
    ic = addChildBlock("ic[0]", new Ic(96, new Shape(1, 1), 1, null));
    ic2 = addChildBlock("ic[1]", new Ic(64, new Shape(1, 1), 1, null));
    ic3 = addChildBlock("ic[2]", new Ic(96, new Shape(3, 3), 1, null));
    ic4 = addChildBlock("ic[3]", new Ic(64, new Shape(1, 1), 1, null));
    for (int i = 0; i < 2; i++) {
      ic5.add(addChildBlock("ic[" + (4 + i) + "]", new Ic(96, new Shape(3, 3), 1, null)));
    }
    poolBranch = addChildBlock("PoolBranch", new PoolBranch(96));
    gate = addChildBlock("gate", slots.at("gate", 384, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(ic, x);
    NDArray branch2 = pass.apply(ic3, pass.apply(ic2, x));
    NDArray branch3 = pass.apply(ic4, x);
    for (int i = 0; i < 2; i++) {
      branch3 = pass.apply(ic5.get(i), branch3);
    }
    NDArray branch4 = pass.apply(poolBranch, x);
    x = NDArrays.concat(new NDList(branch, branch2, branch3, branch4), 1);
    return pass.apply(gate, x);
  }
}
