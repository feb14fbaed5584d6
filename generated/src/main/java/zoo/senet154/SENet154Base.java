package zoo.senet154;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * SENet-154 less its SE blocks: a ResNeXt-152 (64x4d) changed as the appendix of "Squeeze-and-Excitation Networks" says.
 *
 * <p>From {@code net SENet154Base} of senet154.senet.
 */
public class SENet154Base extends NetBlock {
  private final int[] depths;
  private final double dropout;
  private final Block conv;
  private final Block bn;
  private final Block conv2;
  private final Block bn2;
  private final Block conv3;
  private final Block bn3;
  private final List<Block> seNetBottleneck = new ArrayList<>();
  private final Block seNetBottleneck2;
  private final List<Block> seNetBottleneck3 = new ArrayList<>();
  private final Block seNetBottleneck4;
  private final List<Block> seNetBottleneck5 = new ArrayList<>();
  private final Block seNetBottleneck6;
  private final List<Block> seNetBottleneck7 = new ArrayList<>();
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public SENet154Base() {
    this(1000, new int[] {3, 8, 36, 3}, 0.2, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param depths the net's depths; by default [3, 8, 36, 3]
   * @param dropout the net's dropout; by default 0.2
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public SENet154Base(int classes, int[] depths, double dropout, Slots slots) {
    this.depths = depths;
    this.dropout = dropout;
    conv = addChildBlock("stem.conv[0]", Conv2d.builder().setFilters(64)
        .setKernelShape(new Shape(3, 3)).optStride(new Shape(2, 2)).optPadding(new Shape(1, 1))
        .optBias(false).build());
    bn = addChildBlock("stem.bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    conv2 = addChildBlock("stem.conv[1]", Conv2d.builder().setFilters(64)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn2 = addChildBlock("stem.bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    conv3 = addChildBlock("stem.conv[2]", Conv2d.builder().setFilters(128)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn3 = addChildBlock("stem.bn[2]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    int channels = 128;
    for (int i = 0; i < depths[0]; i++) {
      seNetBottleneck.add(addChildBlock("stage1.SENetBottleneck[" + i + "]",
          new SENetBottleneck(channels, 256, 1, 1,
          slots.within("stage1.SENetBottleneck[" + i + "]"))));
      channels = 256;
    }
    seNetBottleneck2 = addChildBlock("stage2.SENetBottleneck[0]", new SENetBottleneck(channels, 512,
        2, 3, slots.within("stage2.SENetBottleneck[0]")));
    for (int i = 0; i < depths[1] - 1; i++) {
      seNetBottleneck3.add(addChildBlock("stage2.SENetBottleneck[" + (1 + i) + "]",
          new SENetBottleneck(512, 512, 1, 3,
          slots.within("stage2.SENetBottleneck[" + (1 + i) + "]"))));
    }
    seNetBottleneck4 = addChildBlock("stage3.SENetBottleneck[0]", new SENetBottleneck(512, 1024, 2,
        3, slots.within("stage3.SENetBottleneck[0]")));
    for (int i = 0; i < depths[2] - 1; i++) {
      seNetBottleneck5.add(addChildBlock("stage3.SENetBottleneck[" + (1 + i) + "]",
          new SENetBottleneck(1024, 1024, 1, 3,
          slots.within("stage3.SENetBottleneck[" + (1 + i) + "]"))));
    }
    seNetBottleneck6 = addChildBlock("stage4.SENetBottleneck[0]", new SENetBottleneck(1024, 2048, 2,
        3, slots.within("stage4.SENetBottleneck[0]")));
    for (int i = 0; i < depths[3] - 1; i++) {
      seNetBottleneck7.add(addChildBlock("stage4.SENetBottleneck[" + (1 + i) + "]",
          new SENetBottleneck(2048, 2048, 1, 3,
          slots.within("stage4.SENetBottleneck[" + (1 + i) + "]"))));
    }
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = pass.apply(conv2, Activation.relu(x));
    x = Activation.relu(pass.apply(bn2, x));
    x = pass.apply(bn3, pass.apply(conv3, x));
    x = Pool.maxPool2d(Activation.relu(x), new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), true);
    for (int i = 0; i < depths[0]; i++) {
      x = pass.apply(seNetBottleneck.get(i), x);
    }
    x = pass.apply(seNetBottleneck2, x);
    for (int i = 0; i < depths[1] - 1; i++) {
      x = pass.apply(seNetBottleneck3.get(i), x);
    }
    x = pass.apply(seNetBottleneck4, x);
    for (int i = 0; i < depths[2] - 1; i++) {
      x = pass.apply(seNetBottleneck5.get(i), x);
    }
    x = pass.apply(seNetBottleneck6, x);
    for (int i = 0; i < depths[3] - 1; i++) {
      x = pass.apply(seNetBottleneck7.get(i), x);
    }
    x = Dropout.dropout(Pool.globalAvgPool2d(x), (float) dropout, pass.training()).singletonOrThrow();
    return pass.apply(fc, x);
  }
}
