package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/**
 * The shortcut around a residual branch: nothing where the shape stays, else a projection by convolution.
 *
 * <p>From {@code block Shortcut} of blocks.senet.
 */
public final class Shortcut extends NetBlock {
  private final int c;
  private final int out;
  private final int stride;
  private Block conv;
  private Block bn;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param stride the block's stride; by default 1
   * @param k the block's k; by default 1
   */
  public Shortcut(int c, int out, int stride, int k) {
    this.c = c;
    this.out = out;
    this.stride = stride;
    if (stride != 1 || c != out) {
      conv = addChildBlock("conv", Conv2d.builder().setFilters(out).setKernelShape(new Shape(k, k))
          .optStride(new Shape(stride, stride)).optPadding(new Shape((k - 1) / 2, (k - 1) / 2))
          .optBias(false).build());
      bn = addChildBlock("bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    }
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    if (stride != 1 || c != out) {
      x = pass.apply(bn, pass.apply(conv, x));
    }
    return x;
  }
}
