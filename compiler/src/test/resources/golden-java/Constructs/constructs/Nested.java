package nets.constructs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import java.util.ArrayList;
import java.util.List;
import nets.NetBlock;

/**
 * A repeat within a repeat, with several children each.
 *
 * <p>From {@code block Nested} of constructs.senet.
 */
public final class Nested extends NetBlock {
  private final int n;
  private final List<Block> conv = new ArrayList<>();
  private final List<Block> bn = new ArrayList<>();

  /**
   * @param c channels of the input
   * @param n the block's n; by default 2
   */
  public Nested(int c, int n) {
    this.n = n;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < n; j++) {
        conv.add(addChildBlock("conv[" + (i * n + j) + "]", Conv2d.builder().setFilters(c)
            .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optBias(false).build()));
        bn.add(addChildBlock("bn[" + (i * n + j) + "]", BatchNorm.builder().optEpsilon(1.0E-5f)
            .optMomentum(0.9f).build()));
      }
    }
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < n; j++) {
        x = pass.apply(bn.get(i * n + j), pass.apply(conv.get(i * n + j), x));
      }
      x = Activation.relu(x);
    }
    return x;
  }
}
