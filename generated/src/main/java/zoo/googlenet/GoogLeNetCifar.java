package zoo.googlenet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import zoo.Cba;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * GoogLeNet for small images, in the layout of the kuangliu/pytorch-cifar collection: a 3x3 stem of 192, two 3x3 in place
 * of 5x5, biases beside batch normalisation, and two halvings.
 *
 * <p>From {@code net GoogLeNetCifar} of googlenet.senet.
 */
public class GoogLeNetCifar extends NetBlock {
  private final Block cba;
  private final Block inceptionModules;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public GoogLeNetCifar() {
    this(10, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 10
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public GoogLeNetCifar(int classes, Slots slots) {
    cba = addChildBlock("stem.cba", new Cba(192, new Shape(3, 3), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    inceptionModules = addChildBlock("InceptionModules", new InceptionModules2(false, 1000,
        slots.within("InceptionModules")));
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(inceptionModules, pass.apply(cba, x));
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
