package zoo.googlenet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import zoo.Cba;
import zoo.NetBlock;
import zoo.Slots;

/**
 * Four branches made of `layer`; the one that the paper calls 5x5 has `deep` convolutions of k5 x k5.
 *
 * <p>From {@code block InceptionModule} of googlenet.senet.
 */
public final class InceptionModule extends NetBlock {
  private final int deep;
  private final Block cba;
  private final Block cba2;
  private final Block cba3;
  private final Block cba4;
  private final List<Block> cba5 = new ArrayList<>();
  private final Block cba6;
  private final Block gate;

  /**
   * @param n1 the block's n1
   * @param r3 the block's r3
   * @param n3 the block's n3
   * @param r5 the block's r5
   * @param n5 the block's n5
   * @param np the block's np
   * @param k5 the block's k5; by default 3
   * @param deep the block's deep; by default 1
   * @param slots what stands in the slots
   */
  public InceptionModule(int n1, int r3, int n3, int r5, int n5, int np, int k5, int deep,
      Slots slots) {
    this.deep = deep;
    cba = addChildBlock("layer[0].cba", new Cba(n1, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), false, 0.001));
    cba2 = addChildBlock("layer[1].cba", new Cba(r3, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), false, 0.001));
    cba3 = addChildBlock("layer[2].cba", new Cba(n3, new Shape(3, 3), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), false, 0.001));
    cba4 = addChildBlock("layer[3].cba", new Cba(r5, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), false, 0.001));
    int channels = r5;
    for (int i = 0; i < deep; i++) {
      cba5.add(addChildBlock("layer[" + (4 + i) + "].cba", new Cba(n5, new Shape(k5, k5),
          new Shape(1, 1), null, 1, in -> Activation.reluBlock(), false, 0.001)));
      channels = n5;
    }
    cba6 = addChildBlock("layer[" + (4 + deep) + "].cba", new Cba(np, new Shape(1, 1),
        new Shape(1, 1), null, 1, in -> Activation.reluBlock(), false, 0.001));
    gate = addChildBlock("gate", slots.at("gate", n1 + n3 + channels + np, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(cba, x);
    NDArray branch2 = pass.apply(cba3, pass.apply(cba2, x));
    NDArray branch3 = pass.apply(cba4, x);
    for (int i = 0; i < deep; i++) {
      branch3 = pass.apply(cba5.get(i), branch3);
    }
    NDArray branch4 = Pool.maxPool2d(x, new Shape(3, 3), new Shape(1, 1), new Shape(1, 1), false);
    branch4 = pass.apply(cba6, branch4);
    x = NDArrays.concat(new NDList(branch, branch2, branch3, branch4), 1);
    return pass.apply(gate, x);
  }
}
