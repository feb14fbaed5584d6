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
import zoo.Subsample;

/**
 * The residual unit of two 3x3 convolutions (figure 4e); `activate` is off for what is activated already. Shortcut "A"
 * skips places and adds channels of zeros, half of them before and half behind; "B" projects.
 *
 * <p>From {@code block PreBasicBlock} of preresnet.senet.
 */
public final class PreBasicBlock extends NetBlock {
  private final int c;
  private final int out;
  private final int stride;
  private final boolean activate;
  private final String shortcut;
  private Block bn;
  private final Block conv;
  private final Block bn2;
  private final Block conv2;
  private final Block gate;
  private Block subsample;
  private Block conv3;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param stride the block's stride; by default 1
   * @param activate the block's activate; by default true
   * @param shortcut the block's shortcut; by default "A"
   * @param slots what stands in the slots
   */
  public PreBasicBlock(int c, int out, int stride, boolean activate, String shortcut, Slots slots) {
    this.c = c;
    this.out = out;
    this.stride = stride;
    this.activate = activate;
    this.shortcut = shortcut;
    if (!("A".equals(shortcut) || "B".equals(shortcut))) {
      throw new IllegalArgumentException("shortcut is \"A\" or \"B\"");
    }
    if (activate) {
      bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
          .build());
    }
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(out).setKernelShape(new Shape(3, 3))
        .optStride(new Shape(stride, stride)).optPadding(new Shape(1, 1)).optBias(false).build());
    bn2 = addChildBlock("bn[" + (activate ? 1 : 0) + "]", BatchNorm.builder().optEpsilon(1.0E-5f)
        .optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(out)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optBias(false).build());
    gate = addChildBlock("gate", slots.at("gate", out, Blocks::identityBlock));
    if (stride == 1 && c == out) {
    } else if ("A".equals(shortcut)) {
      subsample = addChildBlock("Subsample", new Subsample(c, out, stride));
    } else {
      conv3 = addChildBlock("conv[2]", Conv2d.builder().setFilters(out)
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
    branch = pass.apply(gate, branch);
    NDArray branch2 = x;
    if (stride == 1 && c == out) {
    } else if ("A".equals(shortcut)) {
      branch2 = pass.apply(subsample, branch2);
    } else {
      branch2 = pass.apply(conv3, active);
    }
    return branch.add(branch2);
  }
}
