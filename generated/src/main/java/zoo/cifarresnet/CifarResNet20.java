package zoo.cifarresnet;

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
 * ResNet-20: three stages of `n` blocks make 6n + 2 layers. The paper's nets for CIFAR have shortcut "A".
 *
 * <p>From {@code net CifarResNet20} of cifar_resnet.senet.
 */
public class CifarResNet20 extends NetBlock {
  private final int n;
  private final Block conv;
  private final Block bn;
  private final List<Block> cifarBlock = new ArrayList<>();
  private final Block cifarBlock2;
  private final List<Block> cifarBlock3 = new ArrayList<>();
  private final Block cifarBlock4;
  private final List<Block> cifarBlock5 = new ArrayList<>();
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public CifarResNet20() {
    this(10, 3, "A", Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 10
   * @param n the net's n; by default 3
   * @param shortcut the net's shortcut; by default "A"
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public CifarResNet20(int classes, int n, String shortcut, Slots slots) {
    this.n = n;
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(16)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    for (int i = 0; i < n; i++) {
      cifarBlock.add(addChildBlock("stage1.CifarBlock[" + i + "]", new CifarBlock(16, 16, 1, "A",
          slots.within("stage1.CifarBlock[" + i + "]"))));
    }
    cifarBlock2 = addChildBlock("stage2.CifarBlock[0]", new CifarBlock(16, 32, 2, shortcut,
        slots.within("stage2.CifarBlock[0]")));
    for (int i = 0; i < n - 1; i++) {
      cifarBlock3.add(addChildBlock("stage2.CifarBlock[" + (1 + i) + "]", new CifarBlock(32, 32, 1,
          "A", slots.within("stage2.CifarBlock[" + (1 + i) + "]"))));
    }
    cifarBlock4 = addChildBlock("stage3.CifarBlock[0]", new CifarBlock(32, 64, 2, shortcut,
        slots.within("stage3.CifarBlock[0]")));
    for (int i = 0; i < n - 1; i++) {
      cifarBlock5.add(addChildBlock("stage3.CifarBlock[" + (1 + i) + "]", new CifarBlock(64, 64, 1,
          "A", slots.within("stage3.CifarBlock[" + (1 + i) + "]"))));
    }
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = Activation.relu(x);
    for (int i = 0; i < n; i++) {
      x = pass.apply(cifarBlock.get(i), x);
    }
    x = pass.apply(cifarBlock2, x);
    for (int i = 0; i < n - 1; i++) {
      x = pass.apply(cifarBlock3.get(i), x);
    }
    x = pass.apply(cifarBlock4, x);
    for (int i = 0; i < n - 1; i++) {
      x = pass.apply(cifarBlock5.get(i), x);
    }
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
