package zoo.threelayercnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import zoo.NetBlock;

/**
 * What stands in slot middle of ThreeLayerCNN by default.
 *
 * <pre>conv(64, 3, bias = true) relu</pre>
 */
public final class ThreeLayerCNNMiddle extends NetBlock {
  private final Block conv;

  public ThreeLayerCNNMiddle() {
    conv = addChildBlock("conv", Conv2d.builder().setFilters(64).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Activation.relu(pass.apply(conv, x));
  }
}
