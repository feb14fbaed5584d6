package zoo.resnet;

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
 * Two 3x3 convolutions beside the identity (ResNet-18 and -34).
 *
 * <p>From {@code block BasicBlock} of resnet.senet.
 */
public final class BasicBlock extends NetBlock {
  private final Block before;
  private final Block conv;
  private final Block bn;
  private final Block inside;
  private final Block conv2;
  private final Block bn2;
  private final Block gate;
  private final Block shortcut;
  private final Block skip;
  private final Block after;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param stride the block's stride; by default 1
   * @param slots what stands in the slots
   */
  public BasicBlock(int c, int out, int stride, Slots slots) {
    before = addChildBlock("before", slots.at("before", c, Blocks::identityBlock));
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(out).setKernelShape(new Shape(3, 3))
        .optStride(new Shape(stride, stride)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    inside = addChildBlock("inside", slots.at("inside", out, Blocks::identityBlock));
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(out)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    gate = addChildBlock("gate", slots.at("gate", out, Blocks::identityBlock));
    shortcut = addChildBlock("Shortcut", new Shortcut(c, out, stride, 1));
    skip = addChildBlock("skip", slots.at("skip", stride != 1 || c != out ? out : c,
        Blocks::identityBlock));
    after = addChildBlock("after", slots.at("after", out, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(conv, pass.apply(before, x));
    branch = Activation.relu(pass.apply(bn, branch));
    branch = pass.apply(conv2, pass.apply(inside, branch));
    branch = pass.apply(gate, pass.apply(bn2, branch));
    NDArray branch2 = pass.apply(skip, pass.apply(shortcut, x));
    x = Activation.relu(branch.add(branch2));
    return pass.apply(after, x);
  }
}
