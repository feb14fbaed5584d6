package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/**
 * Coordinate Attention (Hou, Zhou, Feng; CVPR 2021): a gate along the height and one along the width, by one
 * convolution for both and one for each, with biases, as in the authors' code.
 *
 * <p>From {@code block CoordAttention} of attention.senet.
 */
public final class CoordAttention extends NetBlock {
  private final Block conv;
  private final Block bn;
  private final Block conv2;
  private final Block conv3;

  /**
   * @param c channels of the input
   * @param r the block's r; by default 32
   * @param hidden the block's hidden; by default max(8, floor(C/r))
   */
  public CoordAttention(int c, int r, int hidden) {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(hidden)
        .setKernelShape(new Shape(1, 1)).build());
    bn = addChildBlock("bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .build());
    conv3 = addChildBlock("conv[2]", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    int h = (int) x.getShape().get(2);
    int w = (int) x.getShape().get(3);
    NDArray h2 = x.mean(new int[] {3}, true);
    NDArray w2 = x.mean(new int[] {2}, true).swapAxes(2, 3);
    NDArray parts = pass.apply(conv, NDArrays.concat(new NDList(h2, w2), 2));
    parts = Nonlinearity.hardSwish(pass.apply(bn, parts));
    NDArray a = parts.get(":, :, {}:{}", 0, h);
    NDArray b = parts.get(":, :, {}:{}", h, h + w);
    NDArray branch = Activation.sigmoid(pass.apply(conv2, a));
    NDArray branch2 = pass.apply(conv3, b.swapAxes(2, 3));
    branch2 = Activation.sigmoid(branch2);
    return x.mul(branch).mul(branch2);
  }
}
