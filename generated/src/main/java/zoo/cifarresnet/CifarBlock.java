package zoo.cifarresnet;

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
import zoo.Subsample;

/**
 * Two 3x3 convolutions beside the identity. Where the shape changes, shortcut "A" skips places and adds channels of
 * zeros, half of them before and half behind; "B" projects with a 1x1 convolution and batch normalisation.
 *
 * <p>From {@code block CifarBlock} of cifar_resnet.senet.
 */
public final class CifarBlock extends NetBlock {
  private final int c;
  private final int out;
  private final String shortcut;
  private final Block conv;
  private final Block bn;
  private final Block conv2;
  private final Block bn2;
  private final Block gate;
  private Block subsample;
  private Block shortcut2;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param stride the block's stride; by default 1
   * @param shortcut the block's shortcut; by default "A"
   * @param slots what stands in the slots
   */
  public CifarBlock(int c, int out, int stride, String shortcut, Slots slots) {
    this.c = c;
    this.out = out;
    this.shortcut = shortcut;
    if (!("A".equals(shortcut) || "B".equals(shortcut))) {
      throw new IllegalArgumentException("shortcut is \"A\" or \"B\"");
    }
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(out).setKernelShape(new Shape(3, 3))
        .optStride(new Shape(stride, stride)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(out)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    gate = addChildBlock("gate", slots.at("gate", out, Blocks::identityBlock));
    if ("A".equals(shortcut) && c != out) {
      subsample = addChildBlock("Subsample", new Subsample(c, out, stride));
    } else {
      shortcut2 = addChildBlock("Shortcut", new Shortcut(c, out, stride, 1));
    }
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(bn, pass.apply(conv, x));
    branch = pass.apply(conv2, Activation.relu(branch));
    branch = pass.apply(gate, pass.apply(bn2, branch));
    NDArray branch2 = x;
    if ("A".equals(shortcut) && c != out) {
      branch2 = pass.apply(subsample, branch2);
    } else {
      branch2 = pass.apply(shortcut2, branch2);
    }
    return Activation.relu(branch.add(branch2));
  }
}
