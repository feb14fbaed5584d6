package zoo.mobilenetv2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import zoo.Cba;
import zoo.NetBlock;
import zoo.Relu6;
import zoo.Slots;

/**
 * A linear bottleneck: 1x1 to `expand` times the channels, 3x3 depthwise, 1x1 to `out`; added where the shape stays.
 *
 * <p>From {@code block InvertedResidual} of mobilenet_v2.senet.
 */
public final class InvertedResidual extends NetBlock {
  private final int c;
  private final int out;
  private final int expand;
  private final int stride;
  private Block cba;
  private final Block dwconv;
  private final Block bn;
  private Block gate;
  private final Block conv;
  private final Block bn2;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param expand the block's expand; by default 6
   * @param stride the block's stride; by default 1
   * @param slots what stands in the slots
   */
  public InvertedResidual(int c, int out, int expand, int stride, Slots slots) {
    this.c = c;
    this.out = out;
    this.expand = expand;
    this.stride = stride;
    if (expand != 1) {
      cba = addChildBlock("cba", new Cba(c * expand, new Shape(1, 1), new Shape(1, 1), null, 1,
          in -> new Relu6(), false, 1.0E-5));
    }
    dwconv = addChildBlock("dwconv", Conv2d.builder().setFilters(expand != 1 ? c * expand : c)
        .setKernelShape(new Shape(3, 3)).optStride(new Shape(stride, stride))
        .optPadding(new Shape(1, 1)).optGroups(expand != 1 ? c * expand : c).optBias(false)
        .build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    if (expand != 1) {
      gate = addChildBlock("gate", slots.at("gate", expand != 1 ? c * expand : c,
          Blocks::identityBlock));
    }
    conv = addChildBlock("conv", Conv2d.builder().setFilters(out).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray y = x;
    if (expand != 1) {
      y = pass.apply(cba, y);
    }
    y = pass.apply(bn, pass.apply(dwconv, y));
    y = Activation.relu(y).clip(0, 6);
    if (expand != 1) {
      y = pass.apply(gate, y);
    }
    y = pass.apply(bn2, pass.apply(conv, y));
    if (stride == 1 && c == out) {
      x = x.add(y);
    } else {
      x = y;
    }
    return x;
  }
}
