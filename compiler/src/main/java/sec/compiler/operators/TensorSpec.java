package sec.compiler.operators;

/**
 * A tensor that a primitive owns.
 *
 * @param role its name below the operator's path: weight, bias, running_mean, running_var
 * @param shape its dimensions, output channels first
 * @param initializer how it starts
 * @param trained true for parameters, false for buffers (BN's running statistics)
 */
public record TensorSpec(String role, Shape shape, Initializer initializer, boolean trained) {

  static TensorSpec parameter(String role, Shape shape, Initializer initializer) {
    return new TensorSpec(role, shape, initializer, true);
  }

  static TensorSpec buffer(String role, Shape shape, double value) {
    return new TensorSpec(role, shape, new Initializer.Constant(value), false);
  }
}
