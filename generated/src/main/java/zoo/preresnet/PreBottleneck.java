package zoo.preresnet;

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
 * The bottleneck unit; `activate` is as above, and `strided` is the convolution that takes the stride, "1x1" or "3x3".
 *
 * <p>From {@code block PreBottleneck} of preresnet.senet.
 */
public final class PreBottleneck extends NetBlock {
  private final int c;
  private final int out;
  private final int stride;
  private final boolean activate;
  private Block bn;
  private final Block conv;
  private final Block bn2;
  private final Block conv2;
  private final Block bn3;
  private final Block conv3;
  private final Block gate;
  private Block conv4;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param stride the block's stride; by default 1
   * @param activate the block's activate; by default true
   * @param strided the block's strided; by default "1x1"
   * @param slots what stands in the slots
   */
  public PreBottleneck(int c, int out, int stride, boolean activate, String strided, Slots slots) {
    this.c = c;
    this.out = out;
    this.stride = stride;
    this.activate = activate;
    if (!("1x1".equals(strided) || "3x3".equals(strided))) {
      throw new IllegalArgumentException("strided is \"1x1\" or \"3x3\"");
    }
    if (activate) {
      bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
          .build());
    }
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(out / 4)
        .setKernelShape(new Shape(1, 1))
        .optStride(new Shape("1x1".equals(strided) ? stride : 1, "1x1".equals(strided) ? stride : 1))
        .optBias(false).build());
    bn2 = addChildBlock("bn[" + (activate ? 1 : 0) + "]", BatchNorm.builder().optEpsilon(1.0E-5f)
        .optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(out / 4)
        .setKernelShape(new Shape(3, 3))
        .optStride(new Shape("3x3".equals(strided) ? stride : 1, "3x3".equals(strided) ? stride : 1))
        .optPadding(new Shape(1, 1)).optBias(false).build());
    bn3 = addChildBlock("bn[" + ((activate ? 1 : 0) + 1) + "]", BatchNorm.builder()
        .optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv3 = addChildBlock("conv[2]", Conv2d.builder().setFilters(out)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    gate = addChildBlock("gate", slots.at("gate", out, Blocks::identityBlock));
    if (stride == 1 && c == out) {
    } else {
      conv4 = addChildBlock("conv[3]", Conv2d.builder().setFilters(out)
          .setKernelShape(new Shape(1, 1)).optStride(new Shape(stride, stride)).optBias(false)
          .build());
    }
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray active = x;
    if (activate) {
      active = Activation.relu(pass.apply(bn, active));
    }
    NDArray branch = pass.apply(bn2, pass.apply(conv, active));
    branch = pass.apply(conv2, Activation.relu(branch));
    branch = Activation.relu(pass.apply(bn3, branch));
    branch = pass.apply(gate, pass.apply(conv3, branch));
    NDArray branch2 = x;
    if (stride == 1 && c == out) {
    } else {
      branch2 = pass.apply(conv4, active);
    }
    return branch.add(branch2);
  }
}
