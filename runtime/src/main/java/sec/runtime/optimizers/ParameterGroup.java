package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.Predicate;

/**
 * Parameters that follow one rule.
 *
 * @param has which parameters; of several groups the first one that has a parameter counts
 * @param rule what they follow
 */
public record ParameterGroup(Predicate<NDArray> has, UpdateRule rule) {

  /** One group of all parameters. */
  public static List<ParameterGroup> all(UpdateRule rule) {
    return List.of(new ParameterGroup(parameter -> true, rule));
  }

  /**
   * Two groups: vectors without weight decay, all else with the rule's. Vectors are the biases, and
   * the weights and biases of normalisations; with them go the slopes of PReLU.
   */
  public static List<ParameterGroup> withoutDecayOfVectors(UpdateRule rule) {
    return List.of(
        new ParameterGroup(
            parameter -> parameter.getShape().dimension() <= 1, rule.withWeightDecay(0)),
        new ParameterGroup(parameter -> true, rule));
  }
}
