package nets.constructs3;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import nets.NetBlock;

/**
 * Values bound and used twice, a gate for each element, a vector that is added to a map.
 *
 * <p>From {@code block Bound} of constructs.senet.
 */
public final class Bound extends NetBlock {
  private final String act;
  private final Block conv;
  private final Block bn;
  private final Block dwconv;
  private final Block fc;
  private final Block bn2;

  /**
   * @param c channels of the input
   * @param act the block's act; by default "relu"
   */
  public Bound(int c, String act) {
    this.act = act;
    conv = addChildBlock("conv", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 3))
        .optPadding(new Shape(0, 1)).optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    dwconv = addChildBlock("dwconv", Conv2d.builder().setFilters(c).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optGroups(c).optBias(false).build());
    fc = addChildBlock("fc", Linear.builder().setUnits(c).optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray a = pass.apply(bn, pass.apply(conv, x));
    NDArray b = pass.apply(dwconv, a);
    NDArray branch = Activation.sigmoid(b);
    x = a.mul(branch);
    NDArray m = pass.apply(fc, Pool.globalMaxPool2d(x));
    m = pass.apply(bn2, m);
    x = x.add(spread(m)).add(a);
    if ("relu".equals(act)) {
      x = Activation.relu(x);
    } else if ("tanh".equals(act)) {
      x = Activation.tanh(x);
    } else {
      x = Activation.sigmoid(x);
    }
    return x;
  }
}
