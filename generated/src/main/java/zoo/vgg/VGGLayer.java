package zoo.vgg;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import zoo.NetBlock;
import zoo.Slots;

/**
 * A 3x3 convolution with bias and ReLU; `norm` puts batch normalisation between, as the BN nets have it.
 *
 * <p>From {@code block VGGLayer} of vgg.senet.
 */
public final class VGGLayer extends NetBlock {
  private final boolean norm;
  private final Block conv;
  private Block bn;
  private final Block gate;

  /**
   * @param out the block's out
   * @param norm the block's norm
   * @param slots what stands in the slots
   */
  public VGGLayer(int out, boolean norm, Slots slots) {
    this.norm = norm;
    conv = addChildBlock("conv", Conv2d.builder().setFilters(out).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).build());
    if (norm) {
      bn = addChildBlock("bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    }
    gate = addChildBlock("gate", slots.at("gate", out, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(conv, x);
    if (norm) {
      x = pass.apply(bn, x);
    }
    return pass.apply(gate, Activation.relu(x));
  }
}
