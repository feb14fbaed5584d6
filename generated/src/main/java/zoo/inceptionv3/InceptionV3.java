package zoo.inceptionv3;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import zoo.Ic;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * Inception v3 (Szegedy et al., CVPR 2016) as released and in torchvision; `aux = true` gives the classifier behind
 * the 17x17 maps.
 *
 * <p>From {@code net InceptionV3} of inception_v3.senet.
 */
public class InceptionV3 extends NetBlock {
  private final boolean aux;
  private final Block ic;
  private final Block ic2;
  private final Block ic3;
  private final Block ic4;
  private final Block ic5;
  private final Block inceptionA;
  private final List<Block> inceptionA2 = new ArrayList<>();
  private final Block reductionA;
  private final Block inceptionB;
  private final List<Block> inceptionB2 = new ArrayList<>();
  private final Block inceptionB3;
  private Block ic6;
  private Block ic7;
  private Block fc;
  private final Block reductionB;
  private final List<Block> inceptionC = new ArrayList<>();
  private final Block fc2;

  /**
   * The network as it was compiled.
   */
  public InceptionV3() {
    this(1000, false, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param aux the net's aux; by default false
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public InceptionV3(int classes, boolean aux, Slots slots) {
    this.aux = aux;
    ic = addChildBlock("stem.ic[0]", new Ic(32, new Shape(3, 3), 2, new Shape(0, 0)));
    ic2 = addChildBlock("stem.ic[1]", new Ic(32, new Shape(3, 3), 1, new Shape(0, 0)));
    ic3 = addChildBlock("stem.ic[2]", new Ic(64, new Shape(3, 3), 1, null));
    ic4 = addChildBlock("stem.ic[3]", new Ic(80, new Shape(1, 1), 1, null));
    ic5 = addChildBlock("stem.ic[4]", new Ic(192, new Shape(3, 3), 1, new Shape(0, 0)));
    inceptionA = addChildBlock("mixed5.InceptionA[0]", new InceptionA(32,
        slots.within("mixed5.InceptionA[0]")));
    for (int i = 0; i < 2; i++) {
      inceptionA2.add(addChildBlock("mixed5.InceptionA[" + (1 + i) + "]", new InceptionA(64,
          slots.within("mixed5.InceptionA[" + (1 + i) + "]"))));
    }
    reductionA = addChildBlock("mixed6.ReductionA", new ReductionA(288,
        slots.within("mixed6.ReductionA")));
    inceptionB = addChildBlock("mixed6.InceptionB[0]", new InceptionB(128,
        slots.within("mixed6.InceptionB[0]")));
    for (int i = 0; i < 2; i++) {
      inceptionB2.add(addChildBlock("mixed6.InceptionB[" + (1 + i) + "]", new InceptionB(160,
          slots.within("mixed6.InceptionB[" + (1 + i) + "]"))));
    }
    inceptionB3 = addChildBlock("mixed6.InceptionB[3]", new InceptionB(192,
        slots.within("mixed6.InceptionB[3]")));
    if (aux) {
      ic6 = addChildBlock("ic[0]", new Ic(128, new Shape(1, 1), 1, null));
      ic7 = addChildBlock("ic[1]", new Ic(768, new Shape(5, 5), 1, new Shape(0, 0)));
      fc = addChildBlock("fc", Linear.builder().setUnits(classes).build());
    }
    reductionB = addChildBlock("mixed7.ReductionB", new ReductionB(768,
        slots.within("mixed7.ReductionB")));
    for (int i = 0; i < 2; i++) {
      inceptionC.add(addChildBlock("mixed7.InceptionC[" + i + "]",
          new InceptionC(slots.within("mixed7.InceptionC[" + i + "]"))));
    }
    fc2 = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(ic2, pass.apply(ic, x));
    x = Pool.maxPool2d(pass.apply(ic3, x),
        new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), false);
    x = pass.apply(ic5, pass.apply(ic4, x));
    x = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), false);
    x = pass.apply(inceptionA, x);
    for (int i = 0; i < 2; i++) {
      x = pass.apply(inceptionA2.get(i), x);
    }
    x = pass.apply(inceptionB, pass.apply(reductionA, x));
    for (int i = 0; i < 2; i++) {
      x = pass.apply(inceptionB2.get(i), x);
    }
    x = pass.apply(inceptionB3, x);
    if (aux) {
      NDArray aux2 = Pool.avgPool2d(x,
          new Shape(5, 5), new Shape(3, 3), new Shape(0, 0), false, true);
      aux2 = pass.apply(ic7, pass.apply(ic6, aux2));
      aux2 = pass.apply(fc, Pool.globalAvgPool2d(aux2));
      pass.output("aux", aux2);
    }
    x = pass.apply(reductionB, x);
    for (int i = 0; i < 2; i++) {
      x = pass.apply(inceptionC.get(i), x);
    }
    x = Dropout.dropout(Pool.globalAvgPool2d(x), 0.5f, pass.training()).singletonOrThrow();
    return pass.apply(fc2, x);
  }
}
