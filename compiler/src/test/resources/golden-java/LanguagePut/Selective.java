package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;

/**
 * Two branches, and gates for both from one vector.
 *
 * <p>From {@code block Selective} of language.senet.
 */
public final class Selective extends NetBlock {
  private final int out;
  private final Block conv;
  private final Block bn;
  private final Block conv2;
  private final Block bn2;
  private final Block fc;
  private final Block fc2;

  /**
   * @param out the block's out
   * @param r the block's r; by default 2
   */
  public Selective(int out, int r) {
    this.out = out;
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(out).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(out)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(2, 2)).optDilation(new Shape(2, 2))
        .optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    fc = addChildBlock("fc[0]", Linear.builder().setUnits(out / r).build());
    fc2 = addChildBlock("fc[1]", Linear.builder().setUnits(2 * out).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray u = pass.apply(bn, pass.apply(conv, x));
    u = Activation.relu(u);
    NDArray v = pass.apply(bn2, pass.apply(conv2, x));
    v = Activation.relu(v);
    NDArray parts = Pool.globalAvgPool2d(u.add(v));
    parts = Activation.relu(pass.apply(fc, parts));
    parts = Activation.sigmoid(pass.apply(fc2, parts));
    NDArray a = parts.get(":, {}:{}", 0, 2 * out / 2);
    NDArray b = parts.get(":, {}:{}", 2 * out / 2, 2 * out / 2 + 2 * out / 2);
    NDArray branch = u.mul(spread(a));
    NDArray branch2 = v.mul(spread(b));
    return branch.add(branch2);
  }
}
