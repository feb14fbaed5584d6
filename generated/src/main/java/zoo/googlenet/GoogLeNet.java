package zoo.googlenet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import zoo.Cba;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * GoogLeNet (Szegedy et al., CVPR 2015) as torchvision has it: batch normalisation instead of local response
 * normalisation, 3x3 in place of 5x5, a last pool of 2x2. `k5 = 5` gives the paper's 5x5, `aux = true` its two other heads.
 *
 * <p>From {@code net GoogLeNet} of googlenet.senet.
 */
public class GoogLeNet extends NetBlock {
  private final Block cba;
  private final Block cba2;
  private final Block cba3;
  private final Block inceptionModules;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public GoogLeNet() {
    this(1000, false, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param aux the net's aux; by default false
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public GoogLeNet(int classes, boolean aux, Slots slots) {
    cba = addChildBlock("stem.cba[0]", new Cba(64, new Shape(7, 7), new Shape(2, 2), null, 1,
        in -> Activation.reluBlock(), false, 0.001));
    cba2 = addChildBlock("stem.cba[1]", new Cba(64, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), false, 0.001));
    cba3 = addChildBlock("stem.cba[2]", new Cba(192, new Shape(3, 3), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), false, 0.001));
    inceptionModules = addChildBlock("InceptionModules", new InceptionModules(aux, classes,
        slots.within("InceptionModules")));
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Pool.maxPool2d(pass.apply(cba, x), new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), true);
    x = pass.apply(cba3, pass.apply(cba2, x));
    x = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), true);
    x = Pool.globalAvgPool2d(pass.apply(inceptionModules, x));
    return pass.apply(fc, Dropout.dropout(x, 0.2f, pass.training()).singletonOrThrow());
  }
}
