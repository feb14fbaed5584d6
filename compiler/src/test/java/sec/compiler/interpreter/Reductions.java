package sec.compiler.interpreter;

import java.util.ArrayList;
import java.util.List;
import sec.compiler.operators.Reduction;
import sec.compiler.operators.Shape;

/** The definitions of what brings the numbers along axes together. */
final class Reductions {
  private Reductions() {}

  /** The mean, sum or maximum over all places that differ along the axes alone. */
  static Batch reduce(Reduction.Reduce reduce, Batch x) {
    Shape shape = x.shape();
    for (int axis : reduce.axes()) {
      shape = Arrangements.with(shape, axis, 1);
    }
    return Batch.of(
        x.size(),
        shape,
        (n, place) -> {
          List<Double> values = new ArrayList<>();
          collect(x, n, place.clone(), reduce.axes(), values);
          double sum = values.stream().mapToDouble(v -> v).sum();
          return switch (reduce.kind()) {
            case MEAN -> sum / values.size();
            case SUM -> sum;
            case MAX -> values.stream().mapToDouble(v -> v).max().orElseThrow();
          };
        });
  }

  private static void collect(
      Batch x, int n, int[] place, List<Integer> axes, List<Double> values) {
    if (axes.isEmpty()) {
      values.add(x.at(n, place));
      return;
    }
    int axis = axes.getFirst();
    for (int i = 0; i < x.shape().get(axis); i++) {
      place[axis] = i;
      collect(x, n, place, axes.subList(1, axes.size()), values);
    }
  }

  /** exp(x - m), by the sum of exp(x - m) along the axis, m the largest there. */
  static Batch softmax(Reduction.Softmax softmax, Batch x) {
    return Batch.of(
        x.size(),
        x.shape(),
        (n, place) -> {
          List<Double> values = new ArrayList<>();
          collect(x, n, place.clone(), List.of(softmax.axis()), values);
          double largest = values.stream().mapToDouble(v -> v).max().orElseThrow();
          double sum = values.stream().mapToDouble(v -> Math.exp(v - largest)).sum();
          return Math.exp(x.at(n, place) - largest) / sum;
        });
  }

  /** c[.., i, j] = sum over k of a[.., i, k] b[.., k, j]. */
  static Batch product(Batch a, Batch b) {
    int rank = a.shape().rank();
    Shape shape = Arrangements.with(a.shape(), rank - 1, b.shape().get(rank - 1));
    return Batch.of(
        a.size(),
        shape,
        (n, place) -> {
          int[] left = place.clone();
          int[] right = place.clone();
          double sum = 0;
          for (int k = 0; k < a.shape().get(rank - 1); k++) {
            left[rank - 1] = k;
            right[rank - 2] = k;
            sum += a.at(n, left) * b.at(n, right);
          }
          return sum;
        });
  }
}
