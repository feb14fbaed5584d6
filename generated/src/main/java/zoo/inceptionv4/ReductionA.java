package zoo.inceptionv4;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.pooling.Pool;
import zoo.Ic;
import zoo.NetBlock;
import zoo.Slots;

/**
 * Figure 7: 35x35 to 17x17, with the figure's k = 192, l = 224, m = 256, n = 384.
 *
 * <p>From {@code block ReductionA} of inception_v4.senet.
 */
public final class ReductionA extends NetBlock {
  private final Block ic;
  private final Block ic2;
  private final Block ic3;
  private final Block ic4;
  private final Block gate;

  /**
   * @param c channels of the input
   * @param slots what stands in the slots
   */
  public ReductionA(int c, Slots slots) {
    ic = addChildBlock("ic[0]", new Ic(384, new Shape(3, 3), 2, new Shape(0, 0)));
    ic2 = addChildBlock("ic[1]", new Ic(192, new Shape(1, 1), 1, null));
    ic3 = addChildBlock("ic[2]", new Ic(224, new Shape(3, 3), 1, null));
    ic4 = addChildBlock("ic[3]", new Ic(256, new Shape(3, 3), 2, new Shape(0, 0)));
    gate = addChildBlock("gate", slots.at("gate", 640 + c, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(ic, x);
    NDArray branch2 = pass.apply(ic3, pass.apply(ic2, x));
    branch2 = pass.apply(ic4, branch2);
    NDArray branch3 = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), false);
    return pass.apply(gate, NDArrays.concat(new NDList(branch, branch2, branch3), 1));
  }
}
