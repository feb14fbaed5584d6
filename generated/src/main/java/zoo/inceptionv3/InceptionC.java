package zoo.inceptionv3;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.pooling.Pool;
import zoo.Fork;
import zoo.Ic;
import zoo.NetBlock;
import zoo.Slots;

/**
 * Figure 7: the widest.
 *
 * <p>From {@code block InceptionC} of inception_v3.senet.
 */
public final class InceptionC extends NetBlock {
  private final Block ic;
  private final Block ic2;
  private final Block fork;
  private final Block ic3;
  private final Block ic4;
  private final Block fork2;
  private final Block ic5;
  private final Block gate;

  /**
   * @param slots what stands in the slots
   */
  public InceptionC(Slots slots) {
    ic = addChildBlock("ic[0]", new Ic(320, new Shape(1, 1), 1, null));
    ic2 = addChildBlock("ic[1]", new Ic(384, new Shape(1, 1), 1, null));
    fork = addChildBlock("Fork[0]", new Fork(384));
    ic3 = addChildBlock("ic[2]", new Ic(448, new Shape(1, 1), 1, null));
    ic4 = addChildBlock("ic[3]", new Ic(384, new Shape(3, 3), 1, null));
    fork2 = addChildBlock("Fork[1]", new Fork(384));
    ic5 = addChildBlock("ic[4]", new Ic(192, new Shape(1, 1), 1, null));
    gate = addChildBlock("gate", slots.at("gate", 2048, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(ic, x);
    NDArray branch2 = pass.apply(fork, pass.apply(ic2, x));
    NDArray branch3 = pass.apply(ic4, pass.apply(ic3, x));
    branch3 = pass.apply(fork2, branch3);
    NDArray branch4 = Pool.avgPool2d(x,
        new Shape(3, 3), new Shape(1, 1), new Shape(1, 1), false, true);
    branch4 = pass.apply(ic5, branch4);
    x = NDArrays.concat(new NDList(branch, branch2, branch3, branch4), 1);
    return pass.apply(gate, x);
  }
}
