package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/**
 * Convolution, batch normalisation, activation. `pad = none` is what conv does by default.
 *
 * <p>From {@code block cba} of blocks.senet.
 */
public final class Cba extends NetBlock {
  private final Block conv;
  private final Block bn;
  private final Block act;

  /**
   * @param out the block's out
   * @param k the block's k; by default 1
   * @param stride the block's stride; by default 1
   * @param pad the block's pad; by default none
   * @param groups the block's groups; by default 1
   * @param act the block's act; by default relu
   * @param bias the block's bias; by default false
   * @param eps the block's eps; by default 1e-5
   */
  public Cba(int out, Shape k, Shape stride, Shape pad, int groups, BlockMaker act, boolean bias,
      double eps) {
    conv = addChildBlock("conv", Conv2d.builder().setFilters(out).setKernelShape(k)
        .optStride(stride)
        .optPadding(pad == null ? new Shape((k.get(0) - 1) / 2, (k.get(1) - 1) / 2) : pad)
        .optGroups(groups).optBias(bias).build());
    bn = addChildBlock("bn", BatchNorm.builder().optEpsilon((float) eps).optMomentum(0.9f).build());
    this.act = addChildBlock("act", act.make(out));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    return pass.apply(act, x);
  }
}
