package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv1d;

/** 1-D convolution along the channels of a vector, padded to keep its size. */
public final class ChannelConv extends Layer {
  private final int kernel;
  private final boolean bias;

  /**
   * A layer.
   *
   * @param kernel odd
   * @param bias whether a bias is added
   */
  public ChannelConv(int kernel, boolean bias) {
    this.kernel = kernel;
    this.bias = bias;
    parameter("weight", Parameter.Type.WEIGHT, 1, 1, kernel);
    if (bias) {
      parameter("bias", Parameter.Type.BIAS, 1);
    }
  }

  @Override
  protected NDArray forward(NDArray x, NDList parameters) {
    NDArray offset = bias ? parameters.get(1) : null;
    return Conv1d.conv1d(
            x.expandDims(1),
            parameters.get(0),
            offset,
            new Shape(1),
            new Shape(kernel / 2),
            new Shape(1),
            1)
        .singletonOrThrow()
        .squeeze(1);
  }
}
