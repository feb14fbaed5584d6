package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;

/**
 * RMSprop (Tieleman and Hinton 2012) as {@code torch.optim.RMSprop} has it. With the gradient g
 * (weight decay times the weight added): {@code s = alpha * s + (1 - alpha) * g^2} and {@code d = g
 * / (sqrt(s) + eps)}. The weight loses {@code lr * d}, or with momentum {@code lr * b}, where
 * {@code b = momentum * b + d}. Centred, the root is of {@code s - m^2} with the mean {@code m =
 * alpha * m + (1 - alpha) * g}.
 *
 * @param alpha share of the old averages that stays, from 0 up to, not including, 1
 * @param eps added to the root, above 0
 * @param momentum share of the old velocity that stays, from 0 up to, not including, 1
 * @param weightDecay factor of the L2 penalty's gradient, at least 0
 * @param centred whether the gradient's variance is taken instead of its mean square
 */
public record RmsProp(
    double alpha, double eps, double momentum, double weightDecay, boolean centred)
    implements UpdateRule {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public RmsProp {
    Settings.share("alpha", alpha);
    Settings.aboveZero("eps", eps);
    Settings.share("momentum", momentum);
    Settings.notNegative("weight decay", weightDecay);
  }

  /** PyTorch's usual settings: alpha 0.99, eps 1e-8, nothing else. */
  public RmsProp() {
    this(0.99, 1e-8, 0, 0, false);
  }

  @Override
  public String name() {
    return "rmsprop";
  }

  @Override
  public RmsProp withWeightDecay(double other) {
    return new RmsProp(alpha, eps, momentum, other, centred);
  }

  @Override
  public void update(NDArray weight, NDArray gradient, Slots slots, double learningRate) {
    Settings.addWeightDecay(weightDecay, weight, gradient, slots);
    try (NDArray root = root(gradient, slots)) {
      root.addi(slots.constant(eps));
      gradient.divi(root);
    }
    if (momentum > 0) {
      NDArray velocity = slots.zeros("momentum_buffer");
      velocity.muli(slots.constant(momentum)).addi(gradient);
      try (NDArray change = velocity.mul(learningRate)) {
        weight.subi(change);
      }
    } else {
      weight.subi(gradient.muli(learningRate));
    }
  }

  private NDArray root(NDArray gradient, Slots slots) {
    NDArray squares = slots.zeros("square_avg");
    slots.averageSquare(squares, alpha, gradient);
    if (!centred) {
      return squares.sqrt();
    }
    NDArray mean = slots.zeros("grad_avg");
    slots.average(mean, alpha, gradient);
    try (NDArray square = mean.mul(mean);
        NDArray variance = squares.sub(square)) {
      return variance.sqrt();
    }
  }
}
