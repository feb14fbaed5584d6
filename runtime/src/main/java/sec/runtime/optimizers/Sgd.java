package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;

/**
 * Stochastic gradient descent as {@code torch.optim.SGD} has it, dampening 0: with the gradient g
 * (weight decay times the weight added), the velocity becomes {@code v = momentum * v + g} and the
 * weight loses {@code lr * v}, or {@code lr * (g + momentum * v)} with Nesterov's momentum. The
 * learning rate stays outside the velocity, so that a change of it takes effect at once.
 *
 * @param momentum share of the old velocity that stays, from 0 up to, not including, 1
 * @param weightDecay factor of the L2 penalty's gradient, at least 0
 * @param nesterov whether to look ahead (Sutskever et al. 2013); needs a momentum above 0
 */
public record Sgd(double momentum, double weightDecay, boolean nesterov) implements UpdateRule {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public Sgd {
    Settings.share("momentum", momentum);
    Settings.notNegative("weight decay", weightDecay);
    if (nesterov && momentum == 0) {
      throw new IllegalArgumentException("Nesterov's momentum needs a momentum above 0");
    }
  }

  /** With momentum and weight decay, without Nesterov's momentum. */
  public Sgd(double momentum, double weightDecay) {
    this(momentum, weightDecay, false);
  }

  @Override
  public String name() {
    return "sgd";
  }

  @Override
  public Sgd withWeightDecay(double other) {
    return new Sgd(momentum, other, nesterov);
  }

  @Override
  public void update(NDArray weight, NDArray gradient, Slots slots, double learningRate) {
    Settings.addWeightDecay(weightDecay, weight, gradient, slots);
    if (momentum > 0) {
      NDArray velocity = slots.zeros("momentum_buffer");
      velocity.muli(slots.constant(momentum)).addi(gradient);
      if (nesterov) {
        try (NDArray ahead = velocity.mul(slots.constant(momentum))) {
          gradient.addi(ahead);
        }
      } else {
        try (NDArray change = velocity.mul(learningRate)) {
          weight.subi(change);
        }
        return;
      }
    }
    weight.subi(gradient.muli(learningRate));
  }
}
