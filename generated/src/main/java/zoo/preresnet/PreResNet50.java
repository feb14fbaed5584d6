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
 * Pre-activation ResNet-50. The stride is on the first 1x1 convolution, as in the authors' release, or on the "3x3". Some
 * implementations (MXNet's, imgclsmob's) activate the first unit once more; `activate_first` gives that.
 *
 * <p>From {@code net PreResNet50} of preresnet.senet.
 */
public class PreResNet50 extends NetBlock {
  private final int[] depths;
  private final Block conv;
  private final Block bn;
  private final Block preBottleneck;
  private final List<Block> preBottleneck2 = new ArrayList<>();
  private final Block preBottleneck3;
  private final List<Block> preBottleneck4 = new ArrayList<>();
  private final Block preBottleneck5;
  private final List<Block> preBottleneck6 = new ArrayList<>();
  private final Block preBottleneck7;
  private final List<Block> preBottleneck8 = new ArrayList<>();
  private final Block bn2;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public PreResNet50() {
    this(1000, new int[] {3, 4, 6, 3}, "1x1", false, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param depths the net's depths; by default [3, 4, 6, 3]
   * @param strided the net's strided; by default "1x1"
   * @param activate_first the net's activate_first; by default false
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public PreResNet50(int classes, int[] depths, String strided, boolean activate_first,
      Slots slots) {
    this.depths = depths;
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(64)
        .setKernelShape(new Shape(7, 7)).optStride(new Shape(2, 2)).optPadding(new Shape(3, 3))
        .optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    preBottleneck = addChildBlock("stage1.PreBottleneck[0]", new PreBottleneck(64, 256, 1,
        activate_first, "1x1", slots.within("stage1.PreBottleneck[0]")));
    for (int i = 0; i < depths[0] - 1; i++) {
      preBottleneck2.add(addChildBlock("stage1.PreBottleneck[" + (1 + i) + "]",
          new PreBottleneck(256, 256, 1, true, "1x1",
          slots.within("stage1.PreBottleneck[" + (1 + i) + "]"))));
    }
    preBottleneck3 = addChildBlock("stage2.PreBottleneck[0]", new PreBottleneck(256, 512, 2, true,
        strided, slots.within("stage2.PreBottleneck[0]")));
    for (int i = 0; i < depths[1] - 1; i++) {
      preBottleneck4.add(addChildBlock("stage2.PreBottleneck[" + (1 + i) + "]",
          new PreBottleneck(512, 512, 1, true, "1x1",
          slots.within("stage2.PreBottleneck[" + (1 + i) + "]"))));
    }
    preBottleneck5 = addChildBlock("stage3.PreBottleneck[0]", new PreBottleneck(512, 1024, 2, true,
        strided, slots.within("stage3.PreBottleneck[0]")));
    for (int i = 0; i < depths[2] - 1; i++) {
      preBottleneck6.add(addChildBlock("stage3.PreBottleneck[" + (1 + i) + "]",
          new PreBottleneck(1024, 1024, 1, true, "1x1",
          slots.within("stage3.PreBottleneck[" + (1 + i) + "]"))));
    }
    preBottleneck7 = addChildBlock("stage4.PreBottleneck[0]", new PreBottleneck(1024, 2048, 2, true,
        strided, slots.within("stage4.PreBottleneck[0]")));
    for (int i = 0; i < depths[3] - 1; i++) {
      preBottleneck8.add(addChildBlock("stage4.PreBottleneck[" + (1 + i) + "]",
          new PreBottleneck(2048, 2048, 1, true, "1x1",
          slots.within("stage4.PreBottleneck[" + (1 + i) + "]"))));
    }
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
    x = pass.apply(preBottleneck, x);
    for (int i = 0; i < depths[0] - 1; i++) {
      x = pass.apply(preBottleneck2.get(i), x);
    }
    x = pass.apply(preBottleneck3, x);
    for (int i = 0; i < depths[1] - 1; i++) {
      x = pass.apply(preBottleneck4.get(i), x);
    }
    x = pass.apply(preBottleneck5, x);
    for (int i = 0; i < depths[2] - 1; i++) {
      x = pass.apply(preBottleneck6.get(i), x);
    }
    x = pass.apply(preBottleneck7, x);
    for (int i = 0; i < depths[3] - 1; i++) {
      x = pass.apply(preBottleneck8.get(i), x);
    }
    x = Activation.relu(pass.apply(bn2, x));
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
