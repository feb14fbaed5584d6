package nets.constructs3;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import nets.InsidePool;
import nets.NetBlock;
import nets.Slots;
import nets.Weights;

/**
 * Labels on branches, a labelled repeat, pools of all kinds.
 *
 * <p>From {@code net Constructs} of constructs.senet.
 */
public class Constructs extends NetBlock {
  private final Block conv;
  private final Block bn;
  private final List<Block> dense = new ArrayList<>();
  private final Block dense2;
  private final Block conv2;
  private final Block conv3;
  private final Block nested;
  private final Block narrow;
  private final Block bound;
  private final Block bound2;
  private final Block bound3;
  private final Block gate;
  private final Block wide;
  private final Block fc;

  /**
   * @param classes the net's classes; by default 7
   * @param growth the net's growth; by default 4
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public Constructs(int classes, int growth, Slots slots) {
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(12)
        .setKernelShape(new Shape(5, 5)).optStride(new Shape(2, 1)).optPadding(new Shape(2, 2))
        .optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(0.001f).optMomentum(0.8f).build());
    for (int i = 0; i < 3; i++) {
      dense.add(addChildBlock("dense.Dense[" + i + "]", new Dense(growth,
          slots.within("dense.Dense[" + i + "]"))));
    }
    dense2 = addChildBlock("dense.Dense[3]", new Dense(growth + 2, slots.within("dense.Dense[3]")));
    conv2 = addChildBlock("b.conv", Conv2d.builder().setFilters(9).setKernelShape(new Shape(1, 1))
        .optGroups(3).optBias(false).build());
    conv3 = addChildBlock("conv", Conv2d.builder().setFilters(12).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    nested = addChildBlock("Nested", new Nested(12, 3));
    narrow = addChildBlock("Narrow", new Narrow(12, 6, 1));
    bound = addChildBlock("Bound[0]", new Bound(8, "relu"));
    bound2 = addChildBlock("Bound[1]", new Bound(8, "tanh"));
    bound3 = addChildBlock("Bound[2]", new Bound(8, "none"));
    gate = addChildBlock("gate", slots.at("gate", 8, Blocks::identityBlock));
    wide = addChildBlock("Wide", new Wide(8, 2, slots.within("Wide")));
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = Activation.relu(x);
    for (int i = 0; i < 3; i++) {
      x = pass.apply(dense.get(i), x);
    }
    x = pass.apply(dense2, x);
    NDArray a = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), true);
    NDArray b = InsidePool.avgPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), true);
    b = pass.apply(conv2, b);
    x = pass.apply(conv3, NDArrays.concat(new NDList(a, b), 1));
    x = pass.apply(narrow, pass.apply(nested, x));
    x = pass.apply(bound2, pass.apply(bound, x));
    x = pass.apply(gate, pass.apply(bound3, x));
    x = Dropout.dropout(x, 0.25f, pass.training()).singletonOrThrow();
    x = Pool.avgPool2d(pass.apply(wide, x),
        new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), true, true);
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
