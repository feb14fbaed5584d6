package sec.compiler.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import sec.compiler.operators.Pointwise;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.weights.Tensor;

/** The definitions of what works element by element, joins, or arranges anew. */
final class Elements {
  private Elements() {}

  /** f(x) of each element. */
  static Batch activation(Primitive.Activation activation, Batch x) {
    DoubleUnaryOperator function =
        switch (activation) {
          case RELU -> v -> Math.max(v, 0);
          case SIGMOID -> v -> 1 / (1 + Math.exp(-v));
          case TANH -> Math::tanh;
          case ERF -> Elements::erf;
          case SOFTPLUS -> v -> Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
        };
    return new Batch(x.size(), x.shape(), Arrays.stream(x.values()).map(function).toArray());
  }

  /** The same numbers as one vector. */
  static Batch flatten(Batch x) {
    return new Batch(x.size(), Shape.of(x.values().length / x.size()), x.values().clone());
  }

  /**
   * Abramowitz and Stegun 7.1.6, whose terms all have one sign: 2/sqrt(pi) exp(-x^2) times the sum
   * of 2^n x^(2n+1)/(1 3 .. (2n+1)).
   */
  private static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** f(x) of each element, f with numbers that are given or learned. */
  static Batch pointwise(Pointwise pointwise, Batch x, List<Tensor> tensors) {
    return Batch.of(
        x.size(),
        x.shape(),
        (n, place) -> {
          double v = x.at(n, place);
          return switch (pointwise) {
            case Pointwise.Affine affine -> affine.scale() * v + affine.shift();
            case Pointwise.Clip clip -> Math.min(Math.max(v, clip.low()), clip.high());
            case Pointwise.LeakyRelu relu -> v >= 0 ? v : relu.slope() * v;
            case Pointwise.Power power -> Math.pow(v, power.exponent());
            case Pointwise.Prelu relu ->
                v >= 0 ? v : tensors.getFirst().values()[relu.shared() ? 0 : place[0]] * v;
            case Pointwise.ChannelAffine ignored ->
                tensors.get(0).values()[place[0]] * v + tensors.get(1).values()[place[0]];
          };
        });
  }

  /** The join of the elements at each place; one of a dimension of 1 is everywhere. */
  static Batch merge(Primitive.Elementwise merge, List<Batch> inputs) {
    int rank = inputs.stream().mapToInt(x -> x.shape().rank()).max().orElseThrow();
    List<Integer> sizes = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      int here = axis;
      sizes.add(
          inputs.stream()
              .mapToInt(x -> here < x.shape().rank() ? x.shape().get(here) : 1)
              .max()
              .orElseThrow());
    }
    return Batch.of(
        inputs.getFirst().size(),
        new Shape(sizes),
        (n, place) -> {
          double joined = spread(inputs.getFirst(), n, place);
          for (Batch x : inputs.subList(1, inputs.size())) {
            double value = spread(x, n, place);
            joined =
                switch (merge) {
                  case ADD -> joined + value;
                  case MUL -> joined * value;
                  case SUB -> joined - value;
                  case DIV -> joined / value;
                  case MAX -> Math.max(joined, value);
                };
          }
          return joined;
        });
  }

  private static double spread(Batch x, int n, int[] place) {
    int[] from = new int[x.shape().rank()];
    for (int axis = 0; axis < from.length; axis++) {
      from[axis] = Math.min(place[axis], x.shape().get(axis) - 1);
    }
    return x.at(n, from);
  }

  /** What the first has along the axis, then what the second has, and so on. */
  static Batch concat(Primitive.Concat concat, List<Batch> inputs) {
    int axis = concat.axis();
    int size = inputs.stream().mapToInt(x -> x.shape().get(axis)).sum();
    Batch first = inputs.getFirst();
    return Batch.of(
        first.size(),
        Arrangements.with(first.shape(), axis, size),
        (n, place) -> {
          int[] from = place.clone();
          for (Batch x : inputs) {
            if (from[axis] < x.shape().get(axis)) {
              return x.at(n, from);
            }
            from[axis] -= x.shape().get(axis);
          }
          throw new IllegalStateException("past the last input");
        });
  }
}
