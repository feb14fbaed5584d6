package vocabulary;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;

/**
 * Operators of several primitives and layers that DJL lacks, with sizes that the class is told.
 *
 * <p>From {@code block Wide} of vocabulary.senet.
 */
public final class Wide extends NetBlock {
  private final int heads;
  private final Block gn;
  private final Block conv;
  private final Block conv2;
  private final Block conv3;
  private final Block ln;
  private final Block fc;

  /**
   * @param c channels of the input
   * @param r the block's r; by default 2
   * @param heads the block's heads; by default 2
   */
  public Wide(int c, int r, int heads) {
    this.heads = heads;
    gn = addChildBlock("gn", new GroupNorm(c + c, 2 * r, 1.0E-5));
    conv = addChildBlock("q.conv", Conv2d.builder().setFilters(c / r)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    conv2 = addChildBlock("k.conv", Conv2d.builder().setFilters(c / r)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    conv3 = addChildBlock("v.conv", Conv2d.builder().setFilters(2 * c)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    ln = addChildBlock("ln", new ChannelLayerNorm(2 * c, 1.0E-5));
    fc = addChildBlock("fc", new GroupedLinear(c + c + c + c, 2 * c, 2 * c, false));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = Pool.globalAvgPool2d(x);
    NDArray means = x.sub(spread(branch));
    NDArray left = Activation.gelu(means);
    NDArray branch2 = Activation.relu(x).clip(0, 6);
    NDArray right = x.maximum(branch2);
    x = pass.apply(gn, NDArrays.concat(new NDList(left, right), 1));
    x = Nonlinearity.hardSwish(x);
    NDArray q = pass.apply(conv, x);
    NDArray k = Pool.maxPool2d(pass.apply(conv2, x),
        new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    NDArray v = Pool.maxPool2d(pass.apply(conv3, x),
        new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    NDArray branch3 = pass.apply(ln, PlaceAttention.attend(q, k, v, heads));
    x = x.add(branch3);
    NDArray branch4 = Pool.globalAvgPool2d(x);
    NDArray branch5 = OverPlaces.std(x, 0.001, false);
    NDArray branch6 = ChannelGroups.shuffle(NDArrays.concat(new NDList(branch4, branch5), 1), 2);
    branch6 = Activation.sigmoid(pass.apply(fc, branch6));
    return x.mul(spread(branch6));
  }
}
