package zoo.efficientnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import zoo.Cba;
import zoo.Chain;
import zoo.DropPath;
import zoo.Gap;
import zoo.NetBlock;
import zoo.Nonlinearity;
import zoo.SEx;
import zoo.Silu;
import zoo.Slots;

/**
 * An inverted residual with SE; `drop` is the probability that training leaves the branch out.
 *
 * <p>From {@code block MBConv} of efficientnet.senet.
 */
public final class MBConv extends NetBlock {
  private final int c;
  private final int expand;
  private final int out;
  private final int stride;
  private final double drop;
  private Block cba;
  private final Block dwconv;
  private final Block bn;
  private final Block gate;
  private final Block conv;
  private final Block bn2;

  /**
   * @param c channels of the input
   * @param k the block's k
   * @param expand the block's expand
   * @param out the block's out
   * @param stride the block's stride
   * @param drop the block's drop; by default 0.0
   * @param slots what stands in the slots
   */
  public MBConv(int c, int k, int expand, int out, int stride, double drop, Slots slots) {
    this.c = c;
    this.expand = expand;
    this.out = out;
    this.stride = stride;
    this.drop = drop;
    if (expand != 1) {
      cba = addChildBlock("cba", new Cba(c * expand, new Shape(1, 1), new Shape(1, 1), null, 1,
          in -> new Silu(), false, 1.0E-5));
    }
    dwconv = addChildBlock("dwconv", Conv2d.builder().setFilters(expand != 1 ? c * expand : c)
        .setKernelShape(new Shape(k, k)).optStride(new Shape(stride, stride))
        .optPadding(new Shape((k - 1) / 2, (k - 1) / 2)).optGroups(expand != 1 ? c * expand : c)
        .optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    gate = addChildBlock("gate", slots.at("gate", expand != 1 ? c * expand : c,
        () -> new Chain().then("SEx", new SEx(expand != 1 ? c * expand : c, 16,
        Math.max(1, Math.floorDiv(c, 4)), true, in -> new Gap(), in -> new Silu(),
        in -> Activation.sigmoidBlock()))));
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
    y = pass.apply(gate, Nonlinearity.silu(y));
    y = pass.apply(bn2, pass.apply(conv, y));
    if (stride == 1 && c == out) {
      NDArray branch = DropPath.apply(y, drop, pass.training());
      x = x.add(branch);
    } else {
      x = y;
    }
    return x;
  }
}
