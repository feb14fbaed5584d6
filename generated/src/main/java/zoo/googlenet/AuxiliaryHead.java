package zoo.googlenet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import zoo.Cba;
import zoo.NetBlock;

/**
 * The first classifier beside the main one: 4x4 places remain at an input of 224.
 *
 * <p>From {@code block AuxiliaryHead} of googlenet.senet.
 */
public final class AuxiliaryHead extends NetBlock {
  private final Block cba;
  private final Block fc;
  private final Block fc2;

  /**
   * @param classes the block's classes
   */
  public AuxiliaryHead(int classes) {
    cba = addChildBlock("cba", new Cba(128, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), false, 0.001));
    fc = addChildBlock("fc[0]", Linear.builder().setUnits(1024).build());
    fc2 = addChildBlock("fc[1]", Linear.builder().setUnits(classes).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Pool.avgPool2d(x, new Shape(5, 5), new Shape(3, 3), new Shape(0, 0), false, true);
    x = Blocks.batchFlatten(pass.apply(cba, x));
    x = Activation.relu(pass.apply(fc, x));
    return pass.apply(fc2, Dropout.dropout(x, 0.7f, pass.training()).singletonOrThrow());
  }
}
