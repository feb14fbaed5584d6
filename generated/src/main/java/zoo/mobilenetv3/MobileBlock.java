package zoo.mobilenetv3;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import zoo.BlockMaker;
import zoo.Cba;
import zoo.Chain;
import zoo.Gap;
import zoo.HardSigmoid;
import zoo.NetBlock;
import zoo.SEx;
import zoo.Slots;

/**
 * A row of the paper's tables. `se` says whether there is a gate.
 *
 * <p>From {@code block MobileBlock} of mobilenet_v3.senet.
 */
public final class MobileBlock extends NetBlock {
  private final int c;
  private final int expand;
  private final int out;
  private final boolean se;
  private final int stride;
  private Block cba;
  private final Block dwconv;
  private final Block bn;
  private final Block act;
  private Block gate;
  private final Block conv;
  private final Block bn2;

  /**
   * @param c channels of the input
   * @param k the block's k
   * @param expand the block's expand
   * @param out the block's out
   * @param se the block's se
   * @param act the block's act
   * @param stride the block's stride
   * @param slots what stands in the slots
   */
  public MobileBlock(int c, int k, int expand, int out, boolean se, BlockMaker act, int stride,
      Slots slots) {
    this.c = c;
    this.expand = expand;
    this.out = out;
    this.se = se;
    this.stride = stride;
    if (expand != c) {
      cba = addChildBlock("cba", new Cba(expand, new Shape(1, 1), new Shape(1, 1), null, 1, act,
          false, 0.001));
    }
    dwconv = addChildBlock("dwconv", Conv2d.builder().setFilters(expand != c ? expand : c)
        .setKernelShape(new Shape(k, k)).optStride(new Shape(stride, stride))
        .optPadding(new Shape((k - 1) / 2, (k - 1) / 2)).optGroups(expand != c ? expand : c)
        .optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(0.001f).optMomentum(0.9f).build());
    this.act = addChildBlock("act", act.make(expand != c ? expand : c));
    if (se) {
      gate = addChildBlock("gate", slots.at("gate", expand != c ? expand : c,
          () -> new Chain().then("SEx", new SEx(expand != c ? expand : c, 16,
          roundTo(expand != c ? expand : c, 4, 8), true, in -> new Gap(),
          in -> Activation.reluBlock(), in -> new HardSigmoid()))));
    }
    conv = addChildBlock("conv", Conv2d.builder().setFilters(out).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(0.001f).optMomentum(0.9f).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray y = x;
    if (expand != c) {
      y = pass.apply(cba, y);
    }
    y = pass.apply(bn, pass.apply(dwconv, y));
    y = pass.apply(act, y);
    if (se) {
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
