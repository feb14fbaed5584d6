package zoo.mobilenet;

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
 * Depthwise, then pointwise convolution, each with batch normalisation and ReLU.
 *
 * <p>From {@code block Separable} of mobilenet.senet.
 */
public final class Separable extends NetBlock {
  private final Block dwconv;
  private final Block bn;
  private final Block conv;
  private final Block bn2;
  private final Block gate;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param stride the block's stride; by default 1
   * @param slots what stands in the slots
   */
  public Separable(int c, int out, int stride, Slots slots) {
    dwconv = addChildBlock("dwconv", Conv2d.builder().setFilters(c).setKernelShape(new Shape(3, 3))
        .optStride(new Shape(stride, stride)).optPadding(new Shape(1, 1)).optGroups(c)
        .optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv = addChildBlock("conv", Conv2d.builder().setFilters(out).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    gate = addChildBlock("gate", slots.at("gate", out, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(dwconv, x));
    x = pass.apply(conv, Activation.relu(x));
    x = Activation.relu(pass.apply(bn2, x));
    return pass.apply(gate, x);
  }
}
