package zoo.bninception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.pooling.Pool;
import zoo.Cba;
import zoo.NetBlock;
import zoo.Slots;

/**
 * A module that halves it: no 1x1, and the maxima pass through.
 *
 * <p>From {@code block BNReduction} of bn_inception.senet.
 */
public final class BNReduction extends NetBlock {
  private final Block cba;
  private final Block cba2;
  private final Block cba3;
  private final Block cba4;
  private final Block cba5;
  private final Block gate;

  /**
   * @param c channels of the input
   * @param r3 the block's r3
   * @param n3 the block's n3
   * @param rd the block's rd
   * @param nd the block's nd
   * @param slots what stands in the slots
   */
  public BNReduction(int c, int r3, int n3, int rd, int nd, Slots slots) {
    cba = addChildBlock("cba[0]", new Cba(r3, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    cba2 = addChildBlock("cba[1]", new Cba(n3, new Shape(3, 3), new Shape(2, 2), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    cba3 = addChildBlock("cba[2]", new Cba(rd, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    cba4 = addChildBlock("cba[3]", new Cba(nd, new Shape(3, 3), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    cba5 = addChildBlock("cba[4]", new Cba(nd, new Shape(3, 3), new Shape(2, 2), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    gate = addChildBlock("gate", slots.at("gate", n3 + nd + c, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(cba2, pass.apply(cba, x));
    NDArray branch2 = pass.apply(cba4, pass.apply(cba3, x));
    branch2 = pass.apply(cba5, branch2);
    NDArray branch3 = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), true);
    return pass.apply(gate, NDArrays.concat(new NDList(branch, branch2, branch3), 1));
  }
}
