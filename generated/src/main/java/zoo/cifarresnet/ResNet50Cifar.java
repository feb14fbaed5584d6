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
import zoo.resnet.Bottleneck;

/**
 * ResNet-50 for small images: a 3x3 stem and no pooling. `strided` is as in ResNet50.
 *
 * <p>From {@code net ResNet50Cifar} of cifar_resnet.senet.
 */
public class ResNet50Cifar extends NetBlock {
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
   * The network as it was compiled.
   */
  public ResNet50Cifar() {
    this(10, new int[] {3, 4, 6, 3}, "1x1", Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 10
   * @param depths the net's depths; by default [3, 4, 6, 3]
   * @param strided the net's strided; by default "1x1"
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public ResNet50Cifar(int classes, int[] depths, String strided, Slots slots) {
    this.depths = depths;
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(64)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    int channels = 64;
    for (int i = 0; i < depths[0]; i++) {
      bottleneck.add(addChildBlock("stage1.Bottleneck[" + i + "]", new Bottleneck(channels, 256, 64,
          1, 1, "1x1", slots.within("stage1.Bottleneck[" + i + "]"))));
      channels = 256;
    }
    bottleneck2 = addChildBlock("stage2.Bottleneck[0]", new Bottleneck(channels, 512, 128, 2, 1,
        strided, slots.within("stage2.Bottleneck[0]")));
    for (int i = 0; i < depths[1] - 1; i++) {
      bottleneck3.add(addChildBlock("stage2.Bottleneck[" + (1 + i) + "]", new Bottleneck(512, 512,
          128, 1, 1, "1x1", slots.within("stage2.Bottleneck[" + (1 + i) + "]"))));
    }
    bottleneck4 = addChildBlock("stage3.Bottleneck[0]", new Bottleneck(512, 1024, 256, 2, 1,
        strided, slots.within("stage3.Bottleneck[0]")));
    for (int i = 0; i < depths[2] - 1; i++) {
      bottleneck5.add(addChildBlock("stage3.Bottleneck[" + (1 + i) + "]", new Bottleneck(1024, 1024,
          256, 1, 1, "1x1", slots.within("stage3.Bottleneck[" + (1 + i) + "]"))));
    }
    bottleneck6 = addChildBlock("stage4.Bottleneck[0]", new Bottleneck(1024, 2048, 512, 2, 1,
        strided, slots.within("stage4.Bottleneck[0]")));
    for (int i = 0; i < depths[3] - 1; i++) {
      bottleneck7.add(addChildBlock("stage4.Bottleneck[" + (1 + i) + "]", new Bottleneck(2048, 2048,
          512, 1, 1, "1x1", slots.within("stage4.Bottleneck[" + (1 + i) + "]"))));
    }
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = Activation.relu(x);
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
