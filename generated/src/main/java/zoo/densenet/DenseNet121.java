package zoo.densenet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * DenseNet-121 (Huang et al., CVPR 2017).
 *
 * <p>From {@code net DenseNet121} of densenet.senet.
 */
public class DenseNet121 extends NetBlock {
  private final Block conv;
  private final Block bn;
  private final Block denseBlock;
  private final Block transition;
  private final Block denseBlock2;
  private final Block transition2;
  private final Block denseBlock3;
  private final Block transition3;
  private final Block denseBlock4;
  private final Block bn2;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public DenseNet121() {
    this(1000, 32, new int[] {6, 12, 24, 16}, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param growth the net's growth; by default 32
   * @param depths the net's depths; by default [6, 12, 24, 16]
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public DenseNet121(int classes, int growth, int[] depths, Slots slots) {
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(2 * growth)
        .setKernelShape(new Shape(7, 7)).optStride(new Shape(2, 2)).optPadding(new Shape(3, 3))
        .optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    denseBlock = addChildBlock("stage1.DenseBlock", new DenseBlock(2 * growth, growth, depths[0],
        slots.within("stage1.DenseBlock")));
    transition = addChildBlock("stage1.Transition",
        new Transition(2 * growth + depths[0] * (growth), slots.within("stage1.Transition")));
    denseBlock2 = addChildBlock("stage2.DenseBlock",
        new DenseBlock(Math.floorDiv(2 * growth + depths[0] * (growth), 2), growth, depths[1],
        slots.within("stage2.DenseBlock")));
    transition2 = addChildBlock("stage2.Transition",
        new Transition(Math.floorDiv(2 * growth + depths[0] * (growth), 2) + depths[1] * (growth),
        slots.within("stage2.Transition")));
    denseBlock3 = addChildBlock("stage3.DenseBlock",
        new DenseBlock(Math.floorDiv(Math.floorDiv(2 * growth + depths[0] * (growth), 2) + depths[1] * (growth), 2),
        growth, depths[2], slots.within("stage3.DenseBlock")));
    transition3 = addChildBlock("stage3.Transition",
        new Transition(Math.floorDiv(Math.floorDiv(2 * growth + depths[0] * (growth), 2) + depths[1] * (growth), 2) + depths[2] * (growth),
        slots.within("stage3.Transition")));
    denseBlock4 = addChildBlock("stage4.DenseBlock",
        new DenseBlock(Math.floorDiv(Math.floorDiv(Math.floorDiv(2 * growth + depths[0] * (growth), 2) + depths[1] * (growth), 2) + depths[2] * (growth), 2),
        growth, depths[3], slots.within("stage4.DenseBlock")));
    bn2 = addChildBlock("head.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = Pool.maxPool2d(Activation.relu(x),
        new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
    x = pass.apply(transition, pass.apply(denseBlock, x));
    x = pass.apply(transition2, pass.apply(denseBlock2, x));
    x = pass.apply(transition3, pass.apply(denseBlock3, x));
    x = pass.apply(bn2, pass.apply(denseBlock4, x));
    x = Pool.globalAvgPool2d(Activation.relu(x));
    return pass.apply(fc, x);
  }
}
