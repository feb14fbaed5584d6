package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/**
 * Convolution, normalisation, and an activation of the user's choice.
 *
 * <p>From {@code block cba} of language.senet.
 */
public final class Cba extends NetBlock {
  private final Block conv;
  private final Block bn;
  private final Block act;

  /**
   * @param out the block's out
   * @param k the block's k; by default 1
   * @param act the block's act; by default relu
   */
  public Cba(int out, int k, BlockMaker act) {
    conv = addChildBlock("conv", Conv2d.builder().setFilters(out).setKernelShape(new Shape(k, k))
        .optPadding(new Shape((k - 1) / 2, (k - 1) / 2)).optBias(false).build());
    bn = addChildBlock("bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    this.act = addChildBlock("act", act.make(out));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    return pass.apply(act, x);
  }
}
