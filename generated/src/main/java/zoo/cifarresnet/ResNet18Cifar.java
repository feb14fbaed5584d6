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
import zoo.resnet.BasicBlock;

/**
 * ResNet-18 for small images: a 3x3 stem and no pooling, so that four maps of 32, 16, 8 and 4 remain.
 *
 * <p>From {@code net ResNet18Cifar} of cifar_resnet.senet.
 */
public class ResNet18Cifar extends NetBlock {
  private final int[] depths;
  private final Block conv;
  private final Block bn;
  private final List<Block> basicBlock = new ArrayList<>();
  private final Block basicBlock2;
  private final List<Block> basicBlock3 = new ArrayList<>();
  private final Block basicBlock4;
  private final List<Block> basicBlock5 = new ArrayList<>();
  private final Block basicBlock6;
  private final List<Block> basicBlock7 = new ArrayList<>();
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public ResNet18Cifar() {
    this(10, new int[] {2, 2, 2, 2}, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 10
   * @param depths the net's depths; by default [2, 2, 2, 2]
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public ResNet18Cifar(int classes, int[] depths, Slots slots) {
    this.depths = depths;
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(64)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    for (int i = 0; i < depths[0]; i++) {
      basicBlock.add(addChildBlock("stage1.BasicBlock[" + i + "]", new BasicBlock(64, 64, 1,
          slots.within("stage1.BasicBlock[" + i + "]"))));
    }
    basicBlock2 = addChildBlock("stage2.BasicBlock[0]", new BasicBlock(64, 128, 2,
        slots.within("stage2.BasicBlock[0]")));
    for (int i = 0; i < depths[1] - 1; i++) {
      basicBlock3.add(addChildBlock("stage2.BasicBlock[" + (1 + i) + "]", new BasicBlock(128, 128,
          1, slots.within("stage2.BasicBlock[" + (1 + i) + "]"))));
    }
    basicBlock4 = addChildBlock("stage3.BasicBlock[0]", new BasicBlock(128, 256, 2,
        slots.within("stage3.BasicBlock[0]")));
    for (int i = 0; i < depths[2] - 1; i++) {
      basicBlock5.add(addChildBlock("stage3.BasicBlock[" + (1 + i) + "]", new BasicBlock(256, 256,
          1, slots.within("stage3.BasicBlock[" + (1 + i) + "]"))));
    }
    basicBlock6 = addChildBlock("stage4.BasicBlock[0]", new BasicBlock(256, 512, 2,
        slots.within("stage4.BasicBlock[0]")));
    for (int i = 0; i < depths[3] - 1; i++) {
      basicBlock7.add(addChildBlock("stage4.BasicBlock[" + (1 + i) + "]", new BasicBlock(512, 512,
          1, slots.within("stage4.BasicBlock[" + (1 + i) + "]"))));
    }
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = Activation.relu(x);
    for (int i = 0; i < depths[0]; i++) {
      x = pass.apply(basicBlock.get(i), x);
    }
    x = pass.apply(basicBlock2, x);
    for (int i = 0; i < depths[1] - 1; i++) {
      x = pass.apply(basicBlock3.get(i), x);
    }
    x = pass.apply(basicBlock4, x);
    for (int i = 0; i < depths[2] - 1; i++) {
      x = pass.apply(basicBlock5.get(i), x);
    }
    x = pass.apply(basicBlock6, x);
    for (int i = 0; i < depths[3] - 1; i++) {
      x = pass.apply(basicBlock7.get(i), x);
    }
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
