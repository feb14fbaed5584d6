package zoo;

import ai.djl.ndarray.NDArray;

/** What happens to groups of channels, of maps (N, C, H, W) and of vectors (N, C). */
public final class ChannelGroups {
  private ChannelGroups() {}

  /** (N, groups, C / groups, places). */
  private static NDArray split(NDArray x, int groups) {
    return x.reshape(x.getShape().get(0), groups, x.getShape().get(1) / groups, -1);
  }

  /** The first channel of each group, then the second of each, and so on. */
  public static NDArray shuffle(NDArray x, int groups) {
    return split(x, groups).swapAxes(1, 2).reshape(x.getShape());
  }

  /** The sum of the groups. */
  public static NDArray fold(NDArray x, int groups) {
    NDArray sum = split(x, groups).sum(new int[] {1});
    return x.getShape().dimension() == 2
        ? sum.squeeze(2)
        : sum.reshape(sum.getShape().get(0), sum.getShape().get(1), x.getShape().get(2), -1);
  }

  /** Softmax across the groups, for each channel of a group and each place by itself. */
  public static NDArray softmax(NDArray x, int groups) {
    return split(x, groups).softmax(1).reshape(x.getShape());
  }
}
