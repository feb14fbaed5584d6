package zoo.mobilenet;

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
 * MobileNet (Howard et al., 2017); `alpha` multiplies the widths, and a smaller `input` is the paper's second multiplier.
 *
 * <p>From {@code net MobileNetV1} of mobilenet.senet.
 */
public class MobileNetV1 extends NetBlock {
  private final int repeats;
  private final Block conv;
  private final Block bn;
  private final Block separable;
  private final Block separable2;
  private final Block separable3;
  private final Block separable4;
  private final Block separable5;
  private final Block separable6;
  private final List<Block> separable7 = new ArrayList<>();
  private final Block separable8;
  private final Block separable9;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public MobileNetV1() {
    this(1000, 5, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param repeats the net's repeats; by default 5
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public MobileNetV1(int classes, int repeats, Slots slots) {
    this.repeats = repeats;
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(32)
        .setKernelShape(new Shape(3, 3)).optStride(new Shape(2, 2)).optPadding(new Shape(1, 1))
        .optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    separable = addChildBlock("stem.Separable", new Separable(32, 64, 1,
        slots.within("stem.Separable")));
    separable2 = addChildBlock("stage1.Separable[0]", new Separable(64, 128, 2,
        slots.within("stage1.Separable[0]")));
    separable3 = addChildBlock("stage1.Separable[1]", new Separable(128, 128, 1,
        slots.within("stage1.Separable[1]")));
    separable4 = addChildBlock("stage2.Separable[0]", new Separable(128, 256, 2,
        slots.within("stage2.Separable[0]")));
    separable5 = addChildBlock("stage2.Separable[1]", new Separable(256, 256, 1,
        slots.within("stage2.Separable[1]")));
    separable6 = addChildBlock("stage3.Separable[0]", new Separable(256, 512, 2,
        slots.within("stage3.Separable[0]")));
    for (int i = 0; i < repeats; i++) {
      separable7.add(addChildBlock("stage3.Separable[" + (1 + i) + "]", new Separable(512, 512, 1,
          slots.within("stage3.Separable[" + (1 + i) + "]"))));
    }
    separable8 = addChildBlock("stage4.Separable[0]", new Separable(512, 1024, 2,
        slots.within("stage4.Separable[0]")));
    separable9 = addChildBlock("stage4.Separable[1]", new Separable(1024, 1024, 1,
        slots.within("stage4.Separable[1]")));
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = pass.apply(separable, Activation.relu(x));
    x = pass.apply(separable3, pass.apply(separable2, x));
    x = pass.apply(separable5, pass.apply(separable4, x));
    x = pass.apply(separable6, x);
    for (int i = 0; i < repeats; i++) {
      x = pass.apply(separable7.get(i), x);
    }
    x = pass.apply(separable9, pass.apply(separable8, x));
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
