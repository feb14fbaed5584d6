package zoo.preresnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * Pre-activation ResNet-20 for CIFAR: three stages of `n` basic units, as the paper's 110-layer net (its bottleneck nets
 * have 164 and 1001 layers).
 *
 * <p>From {@code net CifarPreResNet20} of preresnet.senet.
 */
public class CifarPreResNet20 extends NetBlock {
  private final int n;
  private final Block conv;
  private final Block bn;
  private final Block preBasicBlock;
  private final List<Block> preBasicBlock2 = new ArrayList<>();
  private final Block preBasicBlock3;
  private final List<Block> preBasicBlock4 = new ArrayList<>();
  private final Block preBasicBlock5;
  private final List<Block> preBasicBlock6 = new ArrayList<>();
  private final Block bn2;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public CifarPreResNet20() {
    this(10, 3, "A", Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 10
   * @param n the net's n; by default 3
   * @param shortcut the net's shortcut; by default "A"
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public CifarPreResNet20(int classes, int n, String shortcut, Slots slots) {
    this.n = n;
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(16)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    preBasicBlock = addChildBlock("stage1.PreBasicBlock[0]", new PreBasicBlock(16, 16, 1, false,
        "A", slots.within("stage1.PreBasicBlock[0]")));
    for (int i = 0; i < n - 1; i++) {
      preBasicBlock2.add(addChildBlock("stage1.PreBasicBlock[" + (1 + i) + "]",
          new PreBasicBlock(16, 16, 1, true, "A",
          slots.within("stage1.PreBasicBlock[" + (1 + i) + "]"))));
    }
    preBasicBlock3 = addChildBlock("stage2.PreBasicBlock[0]", new PreBasicBlock(16, 32, 2, true,
        shortcut, slots.within("stage2.PreBasicBlock[0]")));
    for (int i = 0; i < n - 1; i++) {
      preBasicBlock4.add(addChildBlock("stage2.PreBasicBlock[" + (1 + i) + "]",
          new PreBasicBlock(32, 32, 1, true, "A",
          slots.within("stage2.PreBasicBlock[" + (1 + i) + "]"))));
    }
    preBasicBlock5 = addChildBlock("stage3.PreBasicBlock[0]", new PreBasicBlock(32, 64, 2, true,
        shortcut, slots.within("stage3.PreBasicBlock[0]")));
    for (int i = 0; i < n - 1; i++) {
      preBasicBlock6.add(addChildBlock("stage3.PreBasicBlock[" + (1 + i) + "]",
          new PreBasicBlock(64, 64, 1, true, "A",
          slots.within("stage3.PreBasicBlock[" + (1 + i) + "]"))));
    }
    bn2 = addChildBlock("head.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = pass.apply(preBasicBlock, Activation.relu(x));
    for (int i = 0; i < n - 1; i++) {
      x = pass.apply(preBasicBlock2.get(i), x);
    }
    x = pass.apply(preBasicBlock3, x);
    for (int i = 0; i < n - 1; i++) {
      x = pass.apply(preBasicBlock4.get(i), x);
    }
    x = pass.apply(preBasicBlock5, x);
    for (int i = 0; i < n - 1; i++) {
      x = pass.apply(preBasicBlock6.get(i), x);
    }
    x = Activation.relu(pass.apply(bn2, x));
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
