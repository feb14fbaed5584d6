package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import java.util.ArrayList;
import java.util.List;

/**
 * From {@code block Object} of hostile.senet.
 */
public final class ObjectBlock extends NetBlock {
  private final int i;
  private final int j;
  private final List<Block> conv = new ArrayList<>();
  private final List<Block> bn = new ArrayList<>();

  /**
   * @param c channels of the input
   * @param i the block's i; by default 2
   * @param j the block's j; by default 2
   */
  public ObjectBlock(int c, int i, int j) {
    this.i = i;
    this.j = j;
    for (int i2 = 0; i2 < j; i2++) {
      for (int j2 = 0; j2 < i; j2++) {
        conv.add(addChildBlock("conv[" + (i2 * i + j2) + "]", Conv2d.builder().setFilters(c)
            .setKernelShape(new Shape(1, 1)).optBias(false).build()));
      }
      bn.add(addChildBlock("bn[" + i2 + "]", BatchNorm.builder().optEpsilon(1.0E-5f)
          .optMomentum(0.9f).build()));
    }
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    for (int i2 = 0; i2 < j; i2++) {
      for (int j2 = 0; j2 < i; j2++) {
        x = pass.apply(conv.get(i2 * i + j2), x);
      }
      x = pass.apply(bn.get(i2), x);
    }
    return x;
  }
}
