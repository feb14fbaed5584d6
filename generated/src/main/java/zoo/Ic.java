package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;

/**
 * The convolution of the Inception nets since the third: cba with eps 1e-3.
 *
 * <p>From {@code block ic} of blocks.senet.
 */
public final class Ic extends NetBlock {
  private final Block cba;

  /**
   * @param out the block's out
   * @param k the block's k; by default 1
   * @param stride the block's stride; by default 1
   * @param pad the block's pad; by default none
   */
  public Ic(int out, Shape k, int stride, Shape pad) {
    cba = addChildBlock("cba", new Cba(out, k, new Shape(stride, stride), pad, 1,
        in -> Activation.reluBlock(), false, 0.001));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(cba, x);
  }
}
