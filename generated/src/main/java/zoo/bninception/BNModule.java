package zoo.bninception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import java.util.ArrayList;
import java.util.List;
import zoo.BlockMaker;
import zoo.Cba;
import zoo.NetBlock;
import zoo.Slots;

/**
 * A module that keeps the size: 1x1, 3x3, two 3x3, and `pool` with a projection.
 *
 * <p>From {@code block BNModule} of bn_inception.senet.
 */
public final class BNModule extends NetBlock {
  private final Block cba;
  private final Block cba2;
  private final Block cba3;
  private final Block cba4;
  private final List<Block> cba5 = new ArrayList<>();
  private final Block pool;
  private final Block cba6;
  private final Block gate;

  /**
   * @param c channels of the input
   * @param n1 the block's n1
   * @param r3 the block's r3
   * @param n3 the block's n3
   * @param rd the block's rd
   * @param nd the block's nd
   * @param np the block's np
   * @param pool the block's pool; by default avgpool(3, 1)
   * @param slots what stands in the slots
   */
  public BNModule(int c, int n1, int r3, int n3, int rd, int nd, int np, BlockMaker pool,
      Slots slots) {
    cba = addChildBlock("cba[0]", new Cba(n1, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    cba2 = addChildBlock("cba[1]", new Cba(r3, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    cba3 = addChildBlock("cba[2]", new Cba(n3, new Shape(3, 3), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    cba4 = addChildBlock("cba[3]", new Cba(rd, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    for (int i = 0; i < 2; i++) {
      cba5.add(addChildBlock("cba[" + (4 + i) + "]", new Cba(nd, new Shape(3, 3), new Shape(1, 1),
          null, 1, in -> Activation.reluBlock(), true, 1.0E-5)));
    }
    this.pool = addChildBlock("pool", pool.make(c));
    cba6 = addChildBlock("cba[6]", new Cba(np, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    gate = addChildBlock("gate", slots.at("gate", n1 + n3 + nd + np, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(cba, x);
    NDArray branch2 = pass.apply(cba3, pass.apply(cba2, x));
    NDArray branch3 = pass.apply(cba4, x);
    for (int i = 0; i < 2; i++) {
      branch3 = pass.apply(cba5.get(i), branch3);
    }
    NDArray branch4 = pass.apply(cba6, pass.apply(pool, x));
    x = NDArrays.concat(new NDList(branch, branch2, branch3, branch4), 1);
    return pass.apply(gate, x);
  }
}
