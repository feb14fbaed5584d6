package zoo.mobilenetv3;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import zoo.Cba;
import zoo.HardSwish;
import zoo.NetBlock;
import zoo.Nonlinearity;

/**
 * The classifier, its first fully connected layer behind the pooling.
 *
 * <p>From {@code block MobileHead} of mobilenet_v3.senet.
 */
public final class MobileHead extends NetBlock {
  private final Block cba;
  private final Block fc;
  private final Block fc2;

  /**
   * @param c channels of the input
   * @param hidden the block's hidden
   * @param classes the block's classes
   */
  public MobileHead(int c, int hidden, int classes) {
    cba = addChildBlock("cba", new Cba(6 * c, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> new HardSwish(), false, 0.001));
    fc = addChildBlock("fc[0]", Linear.builder().setUnits(hidden).build());
    fc2 = addChildBlock("fc[1]", Linear.builder().setUnits(classes).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Pool.globalAvgPool2d(pass.apply(cba, x));
    x = Nonlinearity.hardSwish(pass.apply(fc, x));
    return pass.apply(fc2, Dropout.dropout(x, 0.2f, pass.training()).singletonOrThrow());
  }
}
