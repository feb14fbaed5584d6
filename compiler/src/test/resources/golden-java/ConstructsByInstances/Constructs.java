package constructs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;

/**
 * Labels on branches, a labelled repeat, pools of all kinds.
 *
 * <p>From {@code net Constructs}, as it was compiled.
 */
public final class Constructs extends NetBlock {
  private final Block conv;
  private final Block bn;
  private final Block dense;
  private final Block dense2;
  private final Block dense3;
  private final Block dense4;
  private final Block conv2;
  private final Block conv3;
  private final Block nested;
  private final Block narrow;
  private final Block bound;
  private final Block bound2;
  private final Block bound3;
  private final Block wide;
  private final Block fc;

  public Constructs() {
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(12)
        .setKernelShape(new Shape(5, 5)).optStride(new Shape(2, 1)).optPadding(new Shape(2, 2))
        .optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(0.001f).optMomentum(0.8f).build());
    dense = addChildBlock("dense.Dense[0]", new Dense());
    dense2 = addChildBlock("dense.Dense[1]", new Dense());
    dense3 = addChildBlock("dense.Dense[2]", new Dense());
    dense4 = addChildBlock("dense.Dense[3]", new Dense2());
    conv2 = addChildBlock("b.conv", Conv2d.builder().setFilters(9).setKernelShape(new Shape(1, 1))
        .optGroups(3).optBias(false).build());
    conv3 = addChildBlock("conv", Conv2d.builder().setFilters(12).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    nested = addChildBlock("Nested", new Nested(12, 3));
    narrow = addChildBlock("Narrow", new Narrow(12, 6, 1));
    bound = addChildBlock("Bound[0]", new Bound(8, "relu"));
    bound2 = addChildBlock("Bound[1]", new Bound(8, "tanh"));
    bound3 = addChildBlock("Bound[2]", new Bound(8, "none"));
    wide = addChildBlock("Wide", new Wide());
    fc = addChildBlock("head.fc", Linear.builder().setUnits(7).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = pass.apply(dense, Activation.relu(x));
    x = pass.apply(dense3, pass.apply(dense2, x));
    x = pass.apply(dense4, x);
    NDArray a = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), true);
    x = InsidePool.avgPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), true);
    x = NDArrays.concat(new NDList(a, pass.apply(conv2, x)), 1);
    x = pass.apply(nested, pass.apply(conv3, x));
    x = pass.apply(bound, pass.apply(narrow, x));
    x = pass.apply(bound3, pass.apply(bound2, x));
    x = Dropout.dropout(x, 0.25f, pass.training()).singletonOrThrow();
    x = Pool.avgPool2d(pass.apply(wide, x),
        new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), true, true);
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
