package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;

/**
 * How one parameter follows its gradient. A rule holds settings and no state: what it keeps from
 * step to step lives in the {@link Slots} it is handed, so that one rule serves many parameters and
 * many runs. A new optimizer is one implementation.
 */
public interface UpdateRule {

  /** The name users type and reports show: {@code sgd}. */
  String name();

  /** Factor of the weight decay, at least 0. */
  double weightDecay();

  /** The same rule with another weight decay. */
  UpdateRule withWeightDecay(double other);

  /**
   * Takes one step, in place. Gradients are not being recorded while it runs.
   *
   * @param weight the parameter, written to
   * @param gradient the loss's gradient, of the same shape; the rule may overwrite it
   * @param slots what this parameter keeps between steps, and constants as arrays
   * @param learningRate this step's
   */
  void update(NDArray weight, NDArray gradient, Slots slots, double learningRate);
}
