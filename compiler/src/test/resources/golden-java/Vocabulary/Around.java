package vocabulary;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;

/**
 * Up by a transposed convolution, cut to size, and by interpolation down again.
 *
 * <p>From {@code block Around} of vocabulary.senet.
 */
public final class Around extends NetBlock {
  private final int out;
  private final double slope;
  private final Shape places;
  private final Block convTranspose;
  private final Block prelu;
  private final Block prelu2;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param slope the block's slope; by default 0.1
   * @param places the block's places; by default [5, 4]
   */
  public Around(int c, int out, double slope, Shape places) {
    this.out = out;
    this.slope = slope;
    this.places = places;
    convTranspose = addChildBlock("conv_transpose", new TransposedConv(c, out, new Shape(3, 3), 1)
        .stride(new Shape(2, 2)).pad(new Shape(1, 1)).outputPad(new Shape(1, 1)).bias(true));
    prelu = addChildBlock("prelu[0]", new Prelu(1));
    prelu2 = addChildBlock("prelu[1]", new Prelu(out));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    int h = (int) x.getShape().get(2);
    x = pass.apply(prelu, pass.apply(convTranspose, x));
    x = Activation.leakyRelu(pass.apply(prelu2, x), (float) slope);
    x = x.pad(new Shape(0, 0, 1, 1, 1, 0), 0).get(":, :, {}:{}", 1, 1 + h);
    x = x.get(":, {}:{}", 0, out).swapAxes(2, 3);
    x = Upsampling.to(ResponseNorm.apply(x, 3, 0.2, 0.75, 1.0), (int) places.get(0),
        (int) places.get(1), true);
    x = Scalar.times(Upsampling.by(x, 2, 2, false), 2.0).add(-slope);
    return Nonlinearity.silu(x);
  }
}
