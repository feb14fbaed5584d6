package sec.compiler.interpreter;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;

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
        };
    return new Batch(x.size(), x.shape(), Arrays.stream(x.values()).map(function).toArray());
  }

  /** The same numbers as one vector. */
  static Batch flatten(Batch x) {
    return new Batch(x.size(), Shape.of(x.values().length / x.size()), x.values().clone());
  }

  /** The sum or product of the elements at each place; one of a dimension of 1 is everywhere. */
  static Batch merge(Primitive.Elementwise merge, List<Batch> inputs) {
    int height = inputs.stream().mapToInt(x -> x.shape().height()).max().orElseThrow();
    int width = inputs.stream().mapToInt(x -> x.shape().width()).max().orElseThrow();
    int channels = inputs.stream().mapToInt(x -> x.shape().channels()).max().orElseThrow();
    boolean map = inputs.stream().anyMatch(x -> x.shape().isMap());
    Shape shape = map ? Shape.of(channels, height, width) : Shape.of(channels);
    Batch y = Batch.zeros(inputs.getFirst().size(), shape);
    for (int n = 0; n < y.size(); n++) {
      for (int c = 0; c < channels; c++) {
        for (int i = 0; i < height; i++) {
          for (int j = 0; j < width; j++) {
            y.set(n, c, i, j, merged(merge, inputs, n, c, i, j));
          }
        }
      }
    }
    return y;
  }

  private static double merged(
      Primitive.Elementwise merge, List<Batch> inputs, int n, int c, int i, int j) {
    double sum = 0;
    double product = 1;
    for (Batch x : inputs) {
      double value =
          x.at(
              n,
              Math.min(c, x.shape().channels() - 1),
              Math.min(i, x.shape().height() - 1),
              Math.min(j, x.shape().width() - 1));
      sum += value;
      product *= value;
    }
    return switch (merge) {
      case ADD -> sum;
      case MUL -> product;
    };
  }

  /** The channels of the first, then those of the second, and so on. */
  static Batch concat(List<Batch> inputs) {
    Batch first = inputs.getFirst();
    int channels = inputs.stream().mapToInt(x -> x.shape().channels()).sum();
    int height = first.shape().height();
    int width = first.shape().width();
    Shape shape = first.shape().isMap() ? Shape.of(channels, height, width) : Shape.of(channels);
    Batch y = Batch.zeros(first.size(), shape);
    for (int n = 0; n < y.size(); n++) {
      int channel = 0;
      for (Batch x : inputs) {
        for (int c = 0; c < x.shape().channels(); c++, channel++) {
          for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
              y.set(n, channel, i, j, x.at(n, c, i, j));
            }
          }
        }
      }
    }
    return y;
  }
}
