package sec.compiler.operators;

import java.util.List;

/** How a parameter starts. */
public sealed interface Initializer {

  /**
   * Uniform in {@code [-bound, bound)}.
   *
   * @param bound above 0
   */
  record Uniform(double bound) implements Initializer {}

  /**
   * Normal with mean 0.
   *
   * @param deviation the standard deviation
   */
  record Normal(double deviation) implements Initializer {}

  /**
   * The same number everywhere.
   *
   * @param value that number
   */
  record Constant(double value) implements Initializer {}

  /** What {@code init = "..."} may say. */
  List<String> NAMES = List.of("default", "kaiming", "xavier", "normal", "zeros");

  /**
   * The initialiser of a weight.
   *
   * @param name one of {@link #NAMES}; "default" is PyTorch's for convolutions and fully connected
   *     layers, uniform within 1/sqrt(fanIn); "kaiming" is He et al. 2015, normal with deviation
   *     sqrt(2/fanOut); "xavier" is Glorot and Bengio 2010, uniform within sqrt(6/(fanIn +
   *     fanOut)); "normal" has a deviation of 0.01
   * @param fanIn inputs that meet in one output
   * @param fanOut outputs that one input reaches
   */
  static Initializer weight(String name, long fanIn, long fanOut) {
    return switch (name) {
      case "kaiming" -> new Normal(Math.sqrt(2.0 / fanOut));
      case "xavier" -> new Uniform(Math.sqrt(6.0 / (fanIn + fanOut)));
      case "normal" -> new Normal(0.01);
      case "zeros" -> new Constant(0);
      default -> new Uniform(1 / Math.sqrt((double) fanIn));
    };
  }

  /** The initialiser of the bias beside such a weight. */
  static Initializer bias(String name, long fanIn) {
    return name.equals("default") ? new Uniform(1 / Math.sqrt((double) fanIn)) : new Constant(0);
  }
}
