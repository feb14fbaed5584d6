package zoo.senet154;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import zoo.NetBlock;
import zoo.Shortcut;
import zoo.Slots;

/**
 * The bottleneck of SENet-154: the first 1x1 convolution has half of the channels that ResNeXt (64x4d) would give it, the
 * stride is on the 3x3 in 64 groups, and the shortcut projects by a kernel of `project`. Attention stands in `gate`, at the
 * end of the residual branch before the addition.
 *
 * <p>From {@code block SENetBottleneck} of senet154.senet.
 */
public final class SENetBottleneck extends NetBlock {
  private final Block conv;
  private final Block bn;
  private final Block conv2;
  private final Block bn2;
  private final Block conv3;
  private final Block bn3;
  private final Block gate;
  private final Block shortcut;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param stride the block's stride; by default 1
   * @param project the block's project; by default 3
   * @param slots what stands in the slots
   */
  public SENetBottleneck(int c, int out, int stride, int project, Slots slots) {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(out / 2)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(out)
        .setKernelShape(new Shape(3, 3)).optStride(new Shape(stride, stride))
        .optPadding(new Shape(1, 1)).optGroups(64).optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv3 = addChildBlock("conv[2]", Conv2d.builder().setFilters(out)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    bn3 = addChildBlock("bn[2]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    gate = addChildBlock("gate", slots.at("gate", out, Blocks::identityBlock));
    shortcut = addChildBlock("Shortcut", new Shortcut(c, out, stride, project));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(bn, pass.apply(conv, x));
    branch = pass.apply(conv2, Activation.relu(branch));
    branch = Activation.relu(pass.apply(bn2, branch));
    branch = pass.apply(bn3, pass.apply(conv3, branch));
    branch = pass.apply(gate, branch);
    NDArray branch2 = pass.apply(shortcut, x);
    return Activation.relu(branch.add(branch2));
  }
}
