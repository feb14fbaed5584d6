package sec.compiler.operators;

import java.util.ArrayList;
import java.util.List;

/** Primitives in which the numbers along some axes meet. Axes count from 0, the batch left out. */
public sealed interface Reduction extends Primitive {

  /** What becomes of the numbers along an axis. */
  enum Kind {
    /** Their mean. */
    MEAN("mean"),
    /** Their sum. */
    SUM("sum"),
    /** The largest. */
    MAX("max");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /**
   * One number for all along some axes, which keep a size of 1.
   *
   * @param kind which number
   * @param axes at least one, in ascending order
   */
  record Reduce(Kind kind, List<Integer> axes) implements Reduction {
    /** Keeps a copy. */
    public Reduce {
      axes = List.copyOf(axes);
    }

    @Override
    public String word() {
      return kind.word;
    }

    @Override
    public Shape output(List<Shape> inputs) {
      List<Integer> dimensions = new ArrayList<>(inputs.getFirst().dimensions());
      axes.forEach(axis -> dimensions.set(axis, 1));
      return new Shape(dimensions);
    }
  }

  /**
   * exp(x), by the sum of exp(x) along one axis.
   *
   * @param axis along which the results sum to 1
   */
  record Softmax(int axis) implements Reduction {
    @Override
    public String word() {
      return "softmax";
    }

    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.getFirst();
    }
  }

  /**
   * The matrix product of the last two axes, {@code [.., m, k]} and {@code [.., k, n]} to {@code
   * [.., m, n]}. Its multiply-adds count: they grow with the square of the places, where those of
   * layers grow with the places.
   */
  record MatMul() implements Reduction {
    @Override
    public String word() {
      return "matmul";
    }

    @Override
    public Shape output(List<Shape> inputs) {
      List<Integer> dimensions = new ArrayList<>(inputs.getFirst().dimensions());
      dimensions.set(dimensions.size() - 1, inputs.getLast().dimensions().getLast());
      return new Shape(dimensions);
    }

    @Override
    public long macs(List<Shape> inputs, Shape output) {
      return Math.multiplyExact(output.size(), (long) inputs.getFirst().dimensions().getLast());
    }
  }
}
