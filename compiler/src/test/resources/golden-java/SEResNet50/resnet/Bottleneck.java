package nets.resnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import nets.NetBlock;
import nets.Slots;

/**
 * Bottleneck (He et al. 2016). `gate` is where the SE paper puts its block; the others are its ablations.
 *
 * <p>From {@code block Bottleneck} of resnet.senet.
 */
public final class Bottleneck extends NetBlock {
  private final int c;
  private final int out;
  private final int stride;
  private final Block before;
  private final Block conv;
  private final Block bn;
  private final Block conv2;
  private final Block bn2;
  private final Block conv3;
  private final Block bn3;
  private final Block gate;
  private Block conv4;
  private Block bn4;
  private final Block skip;
  private final Block after;

  /**
   * @param c channels of the input
   * @param width the block's width
   * @param out the block's out; by default 4*width
   * @param stride the block's stride; by default 1
   * @param groups the block's groups; by default 1
   * @param slots what stands in the slots
   */
  public Bottleneck(int c, int width, int out, int stride, int groups, Slots slots) {
    this.c = c;
    this.out = out;
    this.stride = stride;
    before = addChildBlock("before", slots.at("before", c, Blocks::identityBlock));
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(width)
        .setKernelShape(new Shape(1, 1)).optStride(new Shape(stride, stride)).optBias(false)
        .build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(width)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optGroups(groups)
        .optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv3 = addChildBlock("conv[2]", Conv2d.builder().setFilters(out)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    bn3 = addChildBlock("bn[2]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    gate = addChildBlock("gate", slots.at("gate", out, Blocks::identityBlock));
    if (stride != 1 || c != out) {
      conv4 = addChildBlock("conv[3]", Conv2d.builder().setFilters(out)
          .setKernelShape(new Shape(1, 1)).optStride(new Shape(stride, stride)).optBias(false)
          .build());
      bn4 = addChildBlock("bn[3]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
          .build());
    }
    skip = addChildBlock("skip", slots.at("skip", stride != 1 || c != out ? out : c,
        Blocks::identityBlock));
    after = addChildBlock("after", slots.at("after", out, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(conv, pass.apply(before, x));
    branch = Activation.relu(pass.apply(bn, branch));
    branch = pass.apply(bn2, pass.apply(conv2, branch));
    branch = pass.apply(conv3, Activation.relu(branch));
    branch = pass.apply(gate, pass.apply(bn3, branch));
    NDArray branch2 = x;
    if (stride != 1 || c != out) {
      branch2 = pass.apply(bn4, pass.apply(conv4, branch2));
    }
    branch2 = pass.apply(skip, branch2);
    x = Activation.relu(branch.add(branch2));
    return pass.apply(after, x);
  }
}
