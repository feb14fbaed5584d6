package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** Activation functions that DJL does not have, or has in a way that does not train. */
public final class Nonlinearity {
  private Nonlinearity() {}

  /** relu6(x + 3) / 6. */
  public static NDArray hardSigmoid(NDArray x) {
    return x.add(3).clip(0, 6).div(Scalar.of(6, x));
  }

  /** x relu6(x + 3) / 6. */
  public static NDArray hardSwish(NDArray x) {
    return x.mul(hardSigmoid(x));
  }

  /** x / (1 + exp(-x)). */
  public static NDArray silu(NDArray x) {
    return x.mul(Activation.sigmoid(x));
  }

  /** x tanh(log(1 + exp(x))), with the natural logarithm. */
  public static NDArray mish(NDArray x) {
    return x.mul(Activation.softPlus(x).tanh());
  }
}
