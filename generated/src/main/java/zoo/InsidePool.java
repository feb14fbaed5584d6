package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;

/** Average pooling that leaves padding out of its means; DJL's own always counts it. */
public final class InsidePool {
  private InsidePool() {}

  /**
   * The mean of the elements that each window sees of the map itself.
   *
   * @param x (N, C, H, W)
   * @param kernel height and width of the window
   * @param stride its steps
   * @param pad on each side
   * @param ceil whether a last window that is only partly inside counts
   * @return (N, C, H', W')
   */
  public static NDArray avgPool2d(NDArray x, Shape kernel, Shape stride, Shape pad, boolean ceil) {
    Shape plane = new Shape(1, 1, x.getShape().get(2), x.getShape().get(3));
    NDArray ones = x.getManager().ones(plane, x.getDataType());
    // What the map itself has in each window, as a share of what DJL divides by.
    NDArray share = Pool.avgPool2d(ones, kernel, stride, pad, ceil, true);
    return Pool.avgPool2d(x, kernel, stride, pad, ceil, true).div(share);
  }
}
