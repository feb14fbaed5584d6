package zoo.threelayercnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * The three-layer network of "Variations of Squeeze and Excitation Networks" (Mahendran), for small images.
 * Attention goes into the slot `middle`, in place of the second convolution.
 *
 * <p>From {@code net ThreeLayerCNN} of three_layer_cnn.senet.
 */
public class ThreeLayerCNN extends NetBlock {
  private final Block conv;
  private final Block middle;
  private final Block conv2;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public ThreeLayerCNN() {
    this(10, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 10
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public ThreeLayerCNN(int classes, Slots slots) {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(32).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).build());
    middle = addChildBlock("middle", slots.at("middle", 32, () -> new ThreeLayerCNNMiddle()));
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(64).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).build());
    fc = addChildBlock("fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Activation.relu(pass.apply(conv, x));
    x = Pool.maxPool2d(x, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    x = Pool.maxPool2d(pass.apply(middle, x),
        new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    x = Activation.relu(pass.apply(conv2, x));
    return pass.apply(fc, Blocks.batchFlatten(x));
  }
}
