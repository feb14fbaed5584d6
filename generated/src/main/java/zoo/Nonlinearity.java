package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** Activation functions that DJL does not have, or has with another formula. */
public final class Nonlinearity {
  private Nonlinearity() {}

  /** relu6(x + 3) / 6. */
  public static NDArray hardSigmoid(NDArray x) {
    return x.add(3).clip(0, 6).div(6);
  }

  /** x relu6(x + 3) / 6. */
  public static NDArray hardSwish(NDArray x) {
    return x.mul(hardSigmoid(x));
  }

  /** x tanh(log(1 + exp(x))), with the natural logarithm. */
  public static NDArray mish(NDArray x) {
    return x.mul(Activation.softPlus(x).tanh());
  }
}
