package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** Stochastic depth (Huang et al. 2016). */
public final class DropPath {
  private DropPath() {}

  /**
   * While training, sets whole samples to 0 and scales the others up; nothing otherwise.
   *
   * @param x batch first
   * @param rate probability of dropping a sample
   * @param training whether the network is being trained
   */
  public static NDArray apply(NDArray x, double rate, boolean training) {
    if (!training || rate == 0) {
      return x;
    }
    long[] shape = new long[x.getShape().dimension()];
    Arrays.fill(shape, 1);
    shape[0] = x.getShape().get(0);
    NDArray drawn = x.getManager().randomUniform(0, 1, new Shape(shape));
    NDArray kept = drawn.gte(rate).toType(x.getDataType(), false);
    return x.mul(kept).div(Scalar.of(1 - rate, x));
  }
}
