package zoo.regnet;

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
 * RegNetY-400MF, of "Designing Network Design Spaces" (Radosavovic, Kosaraju, Girshick, He, Dollar; CVPR 2020).
 *
 * <p>From {@code net RegNetY_400MF} of regnet.senet.
 */
public class RegNetY_400MF extends NetBlock {
  private final int[] depths;
  private final Block conv;
  private final Block bn;
  private final Block yBlock;
  private final List<Block> yBlock2 = new ArrayList<>();
  private final Block yBlock3;
  private final List<Block> yBlock4 = new ArrayList<>();
  private final Block yBlock5;
  private final List<Block> yBlock6 = new ArrayList<>();
  private final Block yBlock7;
  private final List<Block> yBlock8 = new ArrayList<>();
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public RegNetY_400MF() {
    this(1000, new int[] {48, 104, 208, 440}, new int[] {1, 3, 6, 6}, 8, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param widths the net's widths; by default [48, 104, 208, 440]
   * @param depths the net's depths; by default [1, 3, 6, 6]
   * @param group the net's group; by default 8
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public RegNetY_400MF(int classes, int[] widths, int[] depths, int group, Slots slots) {
    this.depths = depths;
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(32)
        .setKernelShape(new Shape(3, 3)).optStride(new Shape(2, 2)).optPadding(new Shape(1, 1))
        .optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    yBlock = addChildBlock("stage1.YBlock[0]", new YBlock(32, widths[0], 2, group,
        slots.within("stage1.YBlock[0]")));
    for (int i = 0; i < depths[0] - 1; i++) {
      yBlock2.add(addChildBlock("stage1.YBlock[" + (1 + i) + "]", new YBlock(widths[0], widths[0],
          1, group, slots.within("stage1.YBlock[" + (1 + i) + "]"))));
    }
    yBlock3 = addChildBlock("stage2.YBlock[0]", new YBlock(widths[0], widths[1], 2, group,
        slots.within("stage2.YBlock[0]")));
    for (int i = 0; i < depths[1] - 1; i++) {
      yBlock4.add(addChildBlock("stage2.YBlock[" + (1 + i) + "]", new YBlock(widths[1], widths[1],
          1, group, slots.within("stage2.YBlock[" + (1 + i) + "]"))));
    }
    yBlock5 = addChildBlock("stage3.YBlock[0]", new YBlock(widths[1], widths[2], 2, group,
        slots.within("stage3.YBlock[0]")));
    for (int i = 0; i < depths[2] - 1; i++) {
      yBlock6.add(addChildBlock("stage3.YBlock[" + (1 + i) + "]", new YBlock(widths[2], widths[2],
          1, group, slots.within("stage3.YBlock[" + (1 + i) + "]"))));
    }
    yBlock7 = addChildBlock("stage4.YBlock[0]", new YBlock(widths[2], widths[3], 2, group,
        slots.within("stage4.YBlock[0]")));
    for (int i = 0; i < depths[3] - 1; i++) {
      yBlock8.add(addChildBlock("stage4.YBlock[" + (1 + i) + "]", new YBlock(widths[3], widths[3],
          1, group, slots.within("stage4.YBlock[" + (1 + i) + "]"))));
    }
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = pass.apply(yBlock, Activation.relu(x));
    for (int i = 0; i < depths[0] - 1; i++) {
      x = pass.apply(yBlock2.get(i), x);
    }
    x = pass.apply(yBlock3, x);
    for (int i = 0; i < depths[1] - 1; i++) {
      x = pass.apply(yBlock4.get(i), x);
    }
    x = pass.apply(yBlock5, x);
    for (int i = 0; i < depths[2] - 1; i++) {
      x = pass.apply(yBlock6.get(i), x);
    }
    x = pass.apply(yBlock7, x);
    for (int i = 0; i < depths[3] - 1; i++) {
      x = pass.apply(yBlock8.get(i), x);
    }
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
