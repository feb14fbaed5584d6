package zoo.shufflenet;

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
 * Widths of stage 2, in which the first pointwise convolution is not grouped, for each number of groups.
 *
 * <p>From {@code net ShuffleNetV1} of shufflenet.senet.
 */
public class ShuffleNetV1 extends NetBlock {
  private final Block cba;
  private final Block shuffleUnit;
  private final List<Block> shuffleUnit2 = new ArrayList<>();
  private final Block shuffleUnit3;
  private final List<Block> shuffleUnit4 = new ArrayList<>();
  private final Block shuffleUnit5;
  private final List<Block> shuffleUnit6 = new ArrayList<>();
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public ShuffleNetV1() {
    this(1000, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public ShuffleNetV1(int classes, Slots slots) {
    cba = addChildBlock("stem.cba", new Cba(24, new Shape(3, 3), new Shape(2, 2), null, 1,
        in -> Activation.reluBlock(), false, 1.0E-5));
    shuffleUnit = addChildBlock("stage[0].ShuffleUnit[0]", new ShuffleUnit(24, 240, 2, 3, 1,
        slots.within("stage[0].ShuffleUnit[0]")));
    for (int i = 0; i < 3; i++) {
      shuffleUnit2.add(addChildBlock("stage[0].ShuffleUnit[" + (1 + i) + "]", new ShuffleUnit(240,
          240, 1, 3, 3, slots.within("stage[0].ShuffleUnit[" + (1 + i) + "]"))));
    }
    shuffleUnit3 = addChildBlock("stage[1].ShuffleUnit[0]", new ShuffleUnit(240, 480, 2, 3, 3,
        slots.within("stage[1].ShuffleUnit[0]")));
    for (int i = 0; i < 7; i++) {
      shuffleUnit4.add(addChildBlock("stage[1].ShuffleUnit[" + (1 + i) + "]", new ShuffleUnit(480,
          480, 1, 3, 3, slots.within("stage[1].ShuffleUnit[" + (1 + i) + "]"))));
    }
    shuffleUnit5 = addChildBlock("stage[2].ShuffleUnit[0]", new ShuffleUnit(480, 960, 2, 3, 3,
        slots.within("stage[2].ShuffleUnit[0]")));
    for (int i = 0; i < 3; i++) {
      shuffleUnit6.add(addChildBlock("stage[2].ShuffleUnit[" + (1 + i) + "]", new ShuffleUnit(960,
          960, 1, 3, 3, slots.within("stage[2].ShuffleUnit[" + (1 + i) + "]"))));
    }
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Pool.maxPool2d(pass.apply(cba, x),
        new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
    x = pass.apply(shuffleUnit, x);
    for (int i = 0; i < 3; i++) {
      x = pass.apply(shuffleUnit2.get(i), x);
    }
    x = pass.apply(shuffleUnit3, x);
    for (int i = 0; i < 7; i++) {
      x = pass.apply(shuffleUnit4.get(i), x);
    }
    x = pass.apply(shuffleUnit5, x);
    for (int i = 0; i < 3; i++) {
      x = pass.apply(shuffleUnit6.get(i), x);
    }
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
