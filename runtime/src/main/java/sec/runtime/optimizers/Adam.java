package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;

/**
 * Adam (Kingma and Ba 2015) as {@code torch.optim.Adam} has it, and with decoupled weight decay as
 * {@code torch.optim.AdamW} (Loshchilov and Hutter 2019). With the gradient g of step t, counted
 * from 1: {@code m = beta1 * m + (1 - beta1) * g}, {@code v = beta2 * v + (1 - beta2) * g^2}, and
 * the weight loses {@code lr / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + eps)}. Weight
 * decay is part of g, or, decoupled, shrinks the weight by {@code lr * weightDecay} before.
 *
 * @param beta1 share of the old mean that stays, from 0 up to, not including, 1
 * @param beta2 share of the old mean square that stays, likewise
 * @param eps added to the root, above 0
 * @param weightDecay factor of the decay, at least 0
 * @param decoupled whether the decay passes the averages by
 */
public record Adam(double beta1, double beta2, double eps, double weightDecay, boolean decoupled)
    implements UpdateRule {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public Adam {
    Settings.share("beta1", beta1);
    Settings.share("beta2", beta2);
    Settings.aboveZero("eps", eps);
    Settings.notNegative("weight decay", weightDecay);
  }

  /** PyTorch's usual settings for either: betas 0.9 and 0.999, eps 1e-8. */
  public Adam(double weightDecay, boolean decoupled) {
    this(0.9, 0.999, 1e-8, weightDecay, decoupled);
  }

  @Override
  public String name() {
    return decoupled ? "adamw" : "adam";
  }

  @Override
  public Adam withWeightDecay(double other) {
    return new Adam(beta1, beta2, eps, other, decoupled);
  }

  @Override
  public void update(NDArray weight, NDArray gradient, Slots slots, double learningRate) {
    if (!decoupled) {
      Settings.addWeightDecay(weightDecay, weight, gradient, slots);
    } else if (weightDecay > 0) {
      weight.muli(1 - learningRate * weightDecay);
    }
    NDArray mean = slots.zeros("exp_avg");
    NDArray squares = slots.zeros("exp_avg_sq");
    slots.averageSquare(squares, beta2, gradient);
    slots.average(mean, beta1, gradient);
    try (NDArray root = squares.sqrt()) {
      root.divi(Math.sqrt(unbiased(beta2, slots))).addi(slots.constant(eps));
      try (NDArray change = mean.div(root)) {
        weight.subi(change.muli(learningRate / unbiased(beta1, slots)));
      }
    }
  }

  /** How much of an average that began at 0 its numbers make up by now. */
  private static double unbiased(double share, Slots slots) {
    return 1 - StrictMath.pow(share, (double) slots.step());
  }
}
