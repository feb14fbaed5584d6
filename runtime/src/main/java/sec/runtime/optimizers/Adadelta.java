package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;

/**
 * Adadelta (Zeiler 2012) as {@code torch.optim.Adadelta} has it. With the gradient g (weight decay
 * times the weight added): {@code s = rho * s + (1 - rho) * g^2}, {@code d = sqrt((u + eps) / (s +
 * eps)) * g}, {@code u = rho * u + (1 - rho) * d^2}, and the weight loses {@code lr * d}.
 *
 * @param rho share of the old averages that stays, from 0 to 1
 * @param eps added below the root, above 0
 * @param weightDecay factor of the L2 penalty's gradient, at least 0
 */
public record Adadelta(double rho, double eps, double weightDecay) implements UpdateRule {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public Adadelta {
    if (!(rho >= 0 && rho <= 1)) {
      throw new IllegalArgumentException("rho is from 0 to 1, not " + rho);
    }
    Settings.aboveZero("eps", eps);
    Settings.notNegative("weight decay", weightDecay);
  }

  /** PyTorch's usual settings: rho 0.9, eps 1e-6, no weight decay. */
  public Adadelta() {
    this(0.9, 1e-6, 0);
  }

  @Override
  public String name() {
    return "adadelta";
  }

  @Override
  public Adadelta withWeightDecay(double other) {
    return new Adadelta(rho, eps, other);
  }

  @Override
  public void update(NDArray weight, NDArray gradient, Slots slots, double learningRate) {
    Settings.addWeightDecay(weightDecay, weight, gradient, slots);
    NDArray squares = slots.zeros("square_avg");
    NDArray changes = slots.zeros("acc_delta");
    slots.averageSquare(squares, rho, gradient);
    try (NDArray ratio = changes.add(slots.constant(eps));
        NDArray below = squares.add(slots.constant(eps))) {
      ratio.divi(below);
      try (NDArray change = ratio.sqrt()) {
        change.muli(gradient);
        slots.averageSquare(changes, rho, change);
        weight.subi(change.muli(learningRate));
      }
    }
  }
}
