package zoo.regnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import zoo.Chain;
import zoo.Gap;
import zoo.NetBlock;
import zoo.SEx;
import zoo.Shortcut;
import zoo.Slots;

/**
 * The Y block of RegNet: a bottleneck as wide inside as outside, its 3x3 convolution in groups of `group` channels. SE is
 * part of the net: it stands in `gate`, behind the 3x3 convolution's ReLU, and its hidden width is a quarter of what
 * comes into the block, which the slot tells as `base`.
 *
 * <p>From {@code block YBlock} of regnet.senet.
 */
public final class YBlock extends NetBlock {
  private final Block conv;
  private final Block bn;
  private final Block conv2;
  private final Block bn2;
  private final Block gate;
  private final Block conv3;
  private final Block bn3;
  private final Block shortcut;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param stride the block's stride; by default 1
   * @param group the block's group; by default 8
   * @param slots what stands in the slots
   */
  public YBlock(int c, int out, int stride, int group, Slots slots) {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(out).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(out)
        .setKernelShape(new Shape(3, 3)).optStride(new Shape(stride, stride))
        .optPadding(new Shape(1, 1)).optGroups(out / group).optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    gate = addChildBlock("gate", slots.at("gate", out, () -> new Chain().then("SEx", new SEx(out,
        16, Math.floorDiv(c * 2 + 4, 8), true, in -> new Gap(), in -> Activation.reluBlock(),
        in -> Activation.sigmoidBlock()))));
    conv3 = addChildBlock("conv[2]", Conv2d.builder().setFilters(out)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    bn3 = addChildBlock("bn[2]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    shortcut = addChildBlock("Shortcut", new Shortcut(c, out, stride, 1));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(bn, pass.apply(conv, x));
    branch = pass.apply(conv2, Activation.relu(branch));
    branch = Activation.relu(pass.apply(bn2, branch));
    branch = pass.apply(conv3, pass.apply(gate, branch));
    branch = pass.apply(bn3, branch);
    NDArray branch2 = pass.apply(shortcut, x);
    return Activation.relu(branch.add(branch2));
  }
}
