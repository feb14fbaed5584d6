package nets.resnet;

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
import nets.NetBlock;
import nets.Slots;
import nets.Weights;

/**
 * From {@code net ResNet50} of resnet.senet.
 */
public class ResNet50 extends NetBlock {
  private final int[] depths;
  private final Block conv;
  private final Block bn;
  private final List<Block> bottleneck = new ArrayList<>();
  private final Block bottleneck2;
  private final List<Block> bottleneck3 = new ArrayList<>();
  private final Block bottleneck4;
  private final List<Block> bottleneck5 = new ArrayList<>();
  private final Block bottleneck6;
  private final List<Block> bottleneck7 = new ArrayList<>();
  private final Block fc;

  /**
   * @param classes the net's classes; by default 1000
   * @param depths the net's depths; by default [3, 4, 6, 3]
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public ResNet50(int classes, int[] depths, Slots slots) {
    this.depths = depths;
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(64)
        .setKernelShape(new Shape(7, 7)).optStride(new Shape(2, 2)).optPadding(new Shape(3, 3))
        .optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    int channels = 64;
    for (int i = 0; i < depths[0]; i++) {
      bottleneck.add(addChildBlock("stage1.Bottleneck[" + i + "]", new Bottleneck(channels, 64, 256,
          1, 1, slots.within("stage1.Bottleneck[" + i + "]"))));
      channels = 256;
    }
    bottleneck2 = addChildBlock("stage2.Bottleneck[0]", new Bottleneck(channels, 128, 512, 2, 1,
        slots.within("stage2.Bottleneck[0]")));
    for (int i = 0; i < depths[1] - 1; i++) {
      bottleneck3.add(addChildBlock("stage2.Bottleneck[" + (1 + i) + "]", new Bottleneck(512, 128,
          512, 1, 1, slots.within("stage2.Bottleneck[" + (1 + i) + "]"))));
    }
    bottleneck4 = addChildBlock("stage3.Bottleneck[0]", new Bottleneck(512, 256, 1024, 2, 1,
        slots.within("stage3.Bottleneck[0]")));
    for (int i = 0; i < depths[2] - 1; i++) {
      bottleneck5.add(addChildBlock("stage3.Bottleneck[" + (1 + i) + "]", new Bottleneck(1024, 256,
          1024, 1, 1, slots.within("stage3.Bottleneck[" + (1 + i) + "]"))));
    }
    bottleneck6 = addChildBlock("stage4.Bottleneck[0]", new Bottleneck(1024, 512, 2048, 2, 1,
        slots.within("stage4.Bottleneck[0]")));
    for (int i = 0; i < depths[3] - 1; i++) {
      bottleneck7.add(addChildBlock("stage4.Bottleneck[" + (1 + i) + "]", new Bottleneck(2048, 512,
          2048, 1, 1, slots.within("stage4.Bottleneck[" + (1 + i) + "]"))));
    }
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = Pool.maxPool2d(Activation.relu(x),
        new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
    for (int i = 0; i < depths[0]; i++) {
      x = pass.apply(bottleneck.get(i), x);
    }
    x = pass.apply(bottleneck2, x);
    for (int i = 0; i < depths[1] - 1; i++) {
      x = pass.apply(bottleneck3.get(i), x);
    }
    x = pass.apply(bottleneck4, x);
    for (int i = 0; i < depths[2] - 1; i++) {
      x = pass.apply(bottleneck5.get(i), x);
    }
    x = pass.apply(bottleneck6, x);
    for (int i = 0; i < depths[3] - 1; i++) {
      x = pass.apply(bottleneck7.get(i), x);
    }
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
