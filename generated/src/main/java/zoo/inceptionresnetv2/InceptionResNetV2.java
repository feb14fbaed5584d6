package zoo.inceptionresnetv2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import zoo.Chain;
import zoo.Ic;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * Inception-ResNet-v2 (Szegedy et al., AAAI 2017) as released (its stem and widths are not quite the paper's) and in timm.
 *
 * <p>From {@code net InceptionResNetV2} of inception_resnet_v2.senet.
 */
public class InceptionResNetV2 extends NetBlock {
  private final int[] depths;
  private final Block ic;
  private final Block ic2;
  private final Block ic3;
  private final Block ic4;
  private final Block ic5;
  private final Block mixed;
  private final List<Block> inceptionResidual = new ArrayList<>();
  private final Block reductionA;
  private final List<Block> inceptionResidual2 = new ArrayList<>();
  private final Block reductionB;
  private final List<Block> inceptionResidual3 = new ArrayList<>();
  private final Block inceptionResidual4;
  private final Block ic6;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public InceptionResNetV2() {
    this(1000, new int[] {10, 20, 9}, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param depths the net's depths; by default [10, 20, 9]
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public InceptionResNetV2(int classes, int[] depths, Slots slots) {
    this.depths = depths;
    ic = addChildBlock("stem.ic[0]", new Ic(32, new Shape(3, 3), 2, new Shape(0, 0)));
    ic2 = addChildBlock("stem.ic[1]", new Ic(32, new Shape(3, 3), 1, new Shape(0, 0)));
    ic3 = addChildBlock("stem.ic[2]", new Ic(64, new Shape(3, 3), 1, null));
    ic4 = addChildBlock("stem.ic[3]", new Ic(80, new Shape(1, 1), 1, null));
    ic5 = addChildBlock("stem.ic[4]", new Ic(192, new Shape(3, 3), 1, new Shape(0, 0)));
    mixed = addChildBlock("stem.Mixed", new Mixed(slots.within("stem.Mixed")));
    for (int i = 0; i < depths[0]; i++) {
      inceptionResidual.add(addChildBlock("a.InceptionResidual[" + i + "]",
          new InceptionResidual(320, in -> new Chain().then("BranchesA", new BranchesA()), 0.17,
          in -> Activation.reluBlock(), slots.within("a.InceptionResidual[" + i + "]"))));
    }
    reductionA = addChildBlock("a.ReductionA", new ReductionA(320, slots.within("a.ReductionA")));
    for (int i = 0; i < depths[1]; i++) {
      inceptionResidual2.add(addChildBlock("b.InceptionResidual[" + i + "]",
          new InceptionResidual(1088, in -> new Chain().then("BranchesB", new BranchesB()), 0.1,
          in -> Activation.reluBlock(), slots.within("b.InceptionResidual[" + i + "]"))));
    }
    reductionB = addChildBlock("b.ReductionB", new ReductionB(1088, slots.within("b.ReductionB")));
    for (int i = 0; i < depths[2]; i++) {
      inceptionResidual3.add(addChildBlock("c.InceptionResidual[" + i + "]",
          new InceptionResidual(2080, in -> new Chain().then("BranchesC", new BranchesC()), 0.2,
          in -> Activation.reluBlock(), slots.within("c.InceptionResidual[" + i + "]"))));
    }
    inceptionResidual4 = addChildBlock("c.InceptionResidual[" + depths[2] + "]",
        new InceptionResidual(2080, in -> new Chain().then("BranchesC", new BranchesC()), 1.0,
        in -> Blocks.identityBlock(), slots.within("c.InceptionResidual[" + depths[2] + "]")));
    ic6 = addChildBlock("head.ic", new Ic(1536, new Shape(1, 1), 1, null));
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(ic2, pass.apply(ic, x));
    x = Pool.maxPool2d(pass.apply(ic3, x),
        new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), false);
    x = pass.apply(ic5, pass.apply(ic4, x));
    x = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), false);
    x = pass.apply(mixed, x);
    for (int i = 0; i < depths[0]; i++) {
      x = pass.apply(inceptionResidual.get(i), x);
    }
    x = pass.apply(reductionA, x);
    for (int i = 0; i < depths[1]; i++) {
      x = pass.apply(inceptionResidual2.get(i), x);
    }
    x = pass.apply(reductionB, x);
    for (int i = 0; i < depths[2]; i++) {
      x = pass.apply(inceptionResidual3.get(i), x);
    }
    x = pass.apply(ic6, pass.apply(inceptionResidual4, x));
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
