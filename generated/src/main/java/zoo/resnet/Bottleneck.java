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
 * 1x1 down to `width`, 3x3, 1x1 up to `out`, beside the identity. `strided` is the convolution that takes the stride:
 * the first "1x1" as in the papers of ResNet and SE, or the "3x3" as in ResNeXt, torchvision ("v1.5") and SENet-154.
 *
 * <p>From {@code block Bottleneck} of resnet.senet.
 */
public final class Bottleneck extends NetBlock {
  private final Block before;
  private final Block conv;
  private final Block bn;
  private final Block conv2;
  private final Block bn2;
  private final Block inside;
  private final Block conv3;
  private final Block bn3;
  private final Block gate;
  private final Block shortcut;
  private final Block skip;
  private final Block after;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param width the block's width; by default out/4
   * @param stride the block's stride; by default 1
   * @param groups the block's groups; by default 1
   * @param strided the block's strided; by default "1x1"
   * @param slots what stands in the slots
   */
  public Bottleneck(int c, int out, int width, int stride, int groups, String strided,
      Slots slots) {
    if (!("1x1".equals(strided) || "3x3".equals(strided))) {
      throw new IllegalArgumentException("strided is \"1x1\" or \"3x3\"");
    }
    before = addChildBlock("before", slots.at("before", c, Blocks::identityBlock));
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(width)
        .setKernelShape(new Shape(1, 1))
        .optStride(new Shape("1x1".equals(strided) ? stride : 1, "1x1".equals(strided) ? stride : 1))
        .optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(width)
        .setKernelShape(new Shape(3, 3))
        .optStride(new Shape("3x3".equals(strided) ? stride : 1, "3x3".equals(strided) ? stride : 1))
        .optPadding(new Shape(1, 1)).optGroups(groups).optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    inside = addChildBlock("inside", slots.at("inside", width, Blocks::identityBlock));
    conv3 = addChildBlock("conv[2]", Conv2d.builder().setFilters(out)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    bn3 = addChildBlock("bn[2]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
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
    branch = pass.apply(bn2, pass.apply(conv2, branch));
    branch = pass.apply(inside, Activation.relu(branch));
    branch = pass.apply(bn3, pass.apply(conv3, branch));
    branch = pass.apply(gate, branch);
    NDArray branch2 = pass.apply(skip, pass.apply(shortcut, x));
    x = Activation.relu(branch.add(branch2));
    return pass.apply(after, x);
  }
}
