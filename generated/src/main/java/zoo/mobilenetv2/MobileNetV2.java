package zoo.mobilenetv2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import zoo.Cba;
import zoo.NetBlock;
import zoo.Relu6;
import zoo.Slots;
import zoo.Weights;

/**
 * MobileNetV2 (Sandler et al., CVPR 2018), width 1, as in torchvision.
 *
 * <p>From {@code net MobileNetV2} of mobilenet_v2.senet.
 */
public class MobileNetV2 extends NetBlock {
  private final Block cba;
  private final Block invertedResidual;
  private final Block invertedResidual2;
  private final Block invertedResidual3;
  private final Block invertedResidual4;
  private final List<Block> invertedResidual5 = new ArrayList<>();
  private final Block invertedResidual6;
  private final List<Block> invertedResidual7 = new ArrayList<>();
  private final Block invertedResidual8;
  private final List<Block> invertedResidual9 = new ArrayList<>();
  private final Block invertedResidual10;
  private final List<Block> invertedResidual11 = new ArrayList<>();
  private final Block invertedResidual12;
  private final Block cba2;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public MobileNetV2() {
    this(1000, 1280, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param last the net's last; by default 1280
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public MobileNetV2(int classes, int last, Slots slots) {
    cba = addChildBlock("stem.cba", new Cba(32, new Shape(3, 3), new Shape(2, 2), null, 1,
        in -> new Relu6(), false, 1.0E-5));
    invertedResidual = addChildBlock("stage[0].InvertedResidual[0]", new InvertedResidual(32, 16, 1,
        1, slots.within("stage[0].InvertedResidual[0]")));
    invertedResidual2 = addChildBlock("stage[1].InvertedResidual[0]", new InvertedResidual(16, 24,
        6, 2, slots.within("stage[1].InvertedResidual[0]")));
    invertedResidual3 = addChildBlock("stage[1].InvertedResidual[1]", new InvertedResidual(24, 24,
        6, 1, slots.within("stage[1].InvertedResidual[1]")));
    invertedResidual4 = addChildBlock("stage[2].InvertedResidual[0]", new InvertedResidual(24, 32,
        6, 2, slots.within("stage[2].InvertedResidual[0]")));
    for (int i = 0; i < 2; i++) {
      invertedResidual5.add(addChildBlock("stage[2].InvertedResidual[" + (1 + i) + "]",
          new InvertedResidual(32, 32, 6, 1,
          slots.within("stage[2].InvertedResidual[" + (1 + i) + "]"))));
    }
    invertedResidual6 = addChildBlock("stage[3].InvertedResidual[0]", new InvertedResidual(32, 64,
        6, 2, slots.within("stage[3].InvertedResidual[0]")));
    for (int i = 0; i < 3; i++) {
      invertedResidual7.add(addChildBlock("stage[3].InvertedResidual[" + (1 + i) + "]",
          new InvertedResidual(64, 64, 6, 1,
          slots.within("stage[3].InvertedResidual[" + (1 + i) + "]"))));
    }
    invertedResidual8 = addChildBlock("stage[4].InvertedResidual[0]", new InvertedResidual(64, 96,
        6, 1, slots.within("stage[4].InvertedResidual[0]")));
    for (int i = 0; i < 2; i++) {
      invertedResidual9.add(addChildBlock("stage[4].InvertedResidual[" + (1 + i) + "]",
          new InvertedResidual(96, 96, 6, 1,
          slots.within("stage[4].InvertedResidual[" + (1 + i) + "]"))));
    }
    invertedResidual10 = addChildBlock("stage[5].InvertedResidual[0]", new InvertedResidual(96, 160,
        6, 2, slots.within("stage[5].InvertedResidual[0]")));
    for (int i = 0; i < 2; i++) {
      invertedResidual11.add(addChildBlock("stage[5].InvertedResidual[" + (1 + i) + "]",
          new InvertedResidual(160, 160, 6, 1,
          slots.within("stage[5].InvertedResidual[" + (1 + i) + "]"))));
    }
    invertedResidual12 = addChildBlock("stage[6].InvertedResidual[0]", new InvertedResidual(160,
        320, 6, 1, slots.within("stage[6].InvertedResidual[0]")));
    cba2 = addChildBlock("head.cba", new Cba(last, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> new Relu6(), false, 1.0E-5));
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(invertedResidual, pass.apply(cba, x));
    x = pass.apply(invertedResidual3, pass.apply(invertedResidual2, x));
    x = pass.apply(invertedResidual4, x);
    for (int i = 0; i < 2; i++) {
      x = pass.apply(invertedResidual5.get(i), x);
    }
    x = pass.apply(invertedResidual6, x);
    for (int i = 0; i < 3; i++) {
      x = pass.apply(invertedResidual7.get(i), x);
    }
    x = pass.apply(invertedResidual8, x);
    for (int i = 0; i < 2; i++) {
      x = pass.apply(invertedResidual9.get(i), x);
    }
    x = pass.apply(invertedResidual10, x);
    for (int i = 0; i < 2; i++) {
      x = pass.apply(invertedResidual11.get(i), x);
    }
    x = pass.apply(cba2, pass.apply(invertedResidual12, x));
    x = Dropout.dropout(Pool.globalAvgPool2d(x), 0.2f, pass.training()).singletonOrThrow();
    return pass.apply(fc, x);
  }
}
