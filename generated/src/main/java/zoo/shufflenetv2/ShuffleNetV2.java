package zoo.shufflenetv2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import zoo.Cba;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * ShuffleNet V2 1x (Ma et al., ECCV 2018), as in torchvision. The paper's other widths are [48, 96, 192] for 0.5x,
 * [176, 352, 704] for 1.5x, and [244, 488, 976] with last = 2048 for 2x.
 *
 * <p>From {@code net ShuffleNetV2} of shufflenet_v2.senet.
 */
public class ShuffleNetV2 extends NetBlock {
  private final Block cba;
  private final Block shuffleUnitV2;
  private final List<Block> shuffleUnitV22 = new ArrayList<>();
  private final Block shuffleUnitV23;
  private final List<Block> shuffleUnitV24 = new ArrayList<>();
  private final Block shuffleUnitV25;
  private final List<Block> shuffleUnitV26 = new ArrayList<>();
  private final Block cba2;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public ShuffleNetV2() {
    this(1000, 1024, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param last the net's last; by default 1024
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public ShuffleNetV2(int classes, int last, Slots slots) {
    cba = addChildBlock("stem.cba", new Cba(24, new Shape(3, 3), new Shape(2, 2), null, 1,
        in -> Activation.reluBlock(), false, 1.0E-5));
    shuffleUnitV2 = addChildBlock("stage[0].ShuffleUnitV2[0]", new ShuffleUnitV2(24, 116, 2,
        slots.within("stage[0].ShuffleUnitV2[0]")));
    for (int i = 0; i < 3; i++) {
      shuffleUnitV22.add(addChildBlock("stage[0].ShuffleUnitV2[" + (1 + i) + "]",
          new ShuffleUnitV2(116, 116, 1, slots.within("stage[0].ShuffleUnitV2[" + (1 + i) + "]"))));
    }
    shuffleUnitV23 = addChildBlock("stage[1].ShuffleUnitV2[0]", new ShuffleUnitV2(116, 232, 2,
        slots.within("stage[1].ShuffleUnitV2[0]")));
    for (int i = 0; i < 7; i++) {
      shuffleUnitV24.add(addChildBlock("stage[1].ShuffleUnitV2[" + (1 + i) + "]",
          new ShuffleUnitV2(232, 232, 1, slots.within("stage[1].ShuffleUnitV2[" + (1 + i) + "]"))));
    }
    shuffleUnitV25 = addChildBlock("stage[2].ShuffleUnitV2[0]", new ShuffleUnitV2(232, 464, 2,
        slots.within("stage[2].ShuffleUnitV2[0]")));
    for (int i = 0; i < 3; i++) {
      shuffleUnitV26.add(addChildBlock("stage[2].ShuffleUnitV2[" + (1 + i) + "]",
          new ShuffleUnitV2(464, 464, 1, slots.within("stage[2].ShuffleUnitV2[" + (1 + i) + "]"))));
    }
    cba2 = addChildBlock("head.cba", new Cba(last, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), false, 1.0E-5));
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Pool.maxPool2d(pass.apply(cba, x),
        new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
    x = pass.apply(shuffleUnitV2, x);
    for (int i = 0; i < 3; i++) {
      x = pass.apply(shuffleUnitV22.get(i), x);
    }
    x = pass.apply(shuffleUnitV23, x);
    for (int i = 0; i < 7; i++) {
      x = pass.apply(shuffleUnitV24.get(i), x);
    }
    x = pass.apply(shuffleUnitV25, x);
    for (int i = 0; i < 3; i++) {
      x = pass.apply(shuffleUnitV26.get(i), x);
    }
    x = Pool.globalAvgPool2d(pass.apply(cba2, x));
    return pass.apply(fc, x);
  }
}
