package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;

/**
 * Every `stride`-th place of each row and column, between as many channels of zeros: a shortcut without parameters.
 *
 * <p>From {@code block Subsample} of blocks.senet.
 */
public final class Subsample extends NetBlock {
  private final int c;
  private final int out;
  private final int stride;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param stride the block's stride; by default 1
   */
  public Subsample(int c, int out, int stride) {
    this.c = c;
    this.out = out;
    this.stride = stride;
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Pool.avgPool2d(x, new Shape(1, 1), new Shape(stride, stride), new Shape(0, 0), false, true);
    return x.pad(new Shape(0, 0, 0, 0, Math.floorDiv(out - c, 2), Math.ceilDiv(out - c, 2)), 0);
  }
}
