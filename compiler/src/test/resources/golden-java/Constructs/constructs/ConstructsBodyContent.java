package nets.constructs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import nets.NetBlock;

/**
 * What ConstructsBody puts into slots.
 *
 * <pre>&lt; let g = gap fc(C/n) relu fc(C); mul(identity | g sigmoid) conv(C) &gt;</pre>
 */
public final class ConstructsBodyContent extends NetBlock {
  private final Block fc;
  private final Block fc2;
  private final Block conv;

  /**
   * @param c channels of the input
   * @param n the net's n; by default 2
   */
  public ConstructsBodyContent(int c, int n) {
    fc = addChildBlock("fc[0]", Linear.builder().setUnits(c / n).build());
    fc2 = addChildBlock("fc[1]", Linear.builder().setUnits(c).build());
    conv = addChildBlock("conv", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray g = pass.apply(fc, Pool.globalAvgPool2d(x));
    g = pass.apply(fc2, Activation.relu(g));
    NDArray branch = Activation.sigmoid(g);
    return pass.apply(conv, x.mul(spread(branch)));
  }
}
