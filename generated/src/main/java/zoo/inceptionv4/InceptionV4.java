package zoo.inceptionv4;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * Inception v4 (Szegedy et al., AAAI 2017), without auxiliary classifiers, as released and in timm.
 *
 * <p>From {@code net InceptionV4} of inception_v4.senet.
 */
public class InceptionV4 extends NetBlock {
  private final int[] depths;
  private final Block stem;
  private final List<Block> inceptionA = new ArrayList<>();
  private final Block reductionA;
  private final List<Block> inceptionB = new ArrayList<>();
  private final Block reductionB;
  private final List<Block> inceptionC = new ArrayList<>();
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public InceptionV4() {
    this(1000, new int[] {4, 7, 3}, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param depths the net's depths; by default [4, 7, 3]
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public InceptionV4(int classes, int[] depths, Slots slots) {
    this.depths = depths;
    stem = addChildBlock("stem.Stem", new Stem());
    for (int i = 0; i < depths[0]; i++) {
      inceptionA.add(addChildBlock("a.InceptionA[" + i + "]",
          new InceptionA(slots.within("a.InceptionA[" + i + "]"))));
    }
    reductionA = addChildBlock("a.ReductionA", new ReductionA(384, slots.within("a.ReductionA")));
    for (int i = 0; i < depths[1]; i++) {
      inceptionB.add(addChildBlock("b.InceptionB[" + i + "]",
          new InceptionB(slots.within("b.InceptionB[" + i + "]"))));
    }
    reductionB = addChildBlock("b.ReductionB", new ReductionB(1024, slots.within("b.ReductionB")));
    for (int i = 0; i < depths[2]; i++) {
      inceptionC.add(addChildBlock("c.InceptionC[" + i + "]",
          new InceptionC(slots.within("c.InceptionC[" + i + "]"))));
    }
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(stem, x);
    for (int i = 0; i < depths[0]; i++) {
      x = pass.apply(inceptionA.get(i), x);
    }
    x = pass.apply(reductionA, x);
    for (int i = 0; i < depths[1]; i++) {
      x = pass.apply(inceptionB.get(i), x);
    }
    x = pass.apply(reductionB, x);
    for (int i = 0; i < depths[2]; i++) {
      x = pass.apply(inceptionC.get(i), x);
    }
    x = Dropout.dropout(Pool.globalAvgPool2d(x), 0.2f, pass.training()).singletonOrThrow();
    return pass.apply(fc, x);
  }
}
