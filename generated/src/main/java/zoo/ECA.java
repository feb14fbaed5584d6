package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;

/**
 * Efficient Channel Attention (Wang, Wu, Zhu, Li, Zuo, Hu; CVPR 2020): a convolution without bias along the channels, its
 * kernel the odd number at or above t = (log2(C) + b)/gamma rounded down, as the authors' code computes it.
 *
 * <p>From {@code block ECA} of attention.senet.
 */
public final class ECA extends NetBlock {
  private final Block channelConv;

  /**
   * @param gamma the block's gamma; by default 2
   * @param b the block's b; by default 1
   * @param t the block's t; by default floor((log2(C) + b)/gamma)
   * @param k the block's k; by default t + 1 - t % 2
   */
  public ECA(int gamma, int b, int t, int k) {
    channelConv = addChildBlock("channel_conv", new ChannelConv(k, false));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray gate = pass.apply(channelConv, Pool.globalAvgPool2d(x));
    return x.mul(spread(Activation.sigmoid(gate)));
  }
}
