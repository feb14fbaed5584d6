package vocabulary;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;

/**
 * The channels gated by neighbours, by their sum in groups and across them.
 *
 * <p>From {@code block Gates} of vocabulary.senet.
 */
public final class Gates extends NetBlock {
  private final int groups;
  private final Block channelConv;

  /**
   * @param groups the block's groups; by default 2
   */
  public Gates(int groups) {
    this.groups = groups;
    channelConv = addChildBlock("channel_conv", new ChannelConv(3, true));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    int h = (int) x.getShape().get(2);
    NDArray branch = pass.apply(channelConv, Pool.globalAvgPool2d(x));
    branch = Nonlinearity.hardSigmoid(branch);
    x = x.mul(spread(branch));
    NDArray branch2 = Activation.sigmoid(x.mean(new int[] {2}, true));
    NDArray branch3 = Scalar.times(x.sum(new int[] {3}, true), 0.1).add(3.0);
    x = x.div(branch2).div(branch3);
    NDArray branch4 = ChannelGroups.softmax(x, groups);
    x = ChannelGroups.fold(x.mul(branch4), groups);
    NDArray branch5 = x.mean(new int[] {1}, true);
    NDArray branch6 = x.max(new int[] {1}, true);
    x = Nonlinearity.mish(x.add(branch5).add(branch6));
    x = Scalar.times(x, 0.3333333333333333);
    NDArray branch7 = x.mean(new int[] {2}, true);
    x = NDArrays.concat(new NDList(x, branch7), 2);
    if (h > 100) {
      x = Activation.relu(x);
    } else {
      x = Activation.tanh(x);
    }
    return x;
  }
}
