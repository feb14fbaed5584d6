package sec.compiler.operators;

import java.util.ArrayList;
import java.util.List;
import sec.compiler.diagnostics.Code;

/** Primitives that take numbers from one place to another and compute nothing. */
public sealed interface Arrangement extends Primitive {

  /**
   * A contiguous part along one axis.
   *
   * @param axis of the sample, from 0
   * @param start first index
   * @param length how many
   */
  record Slice(int axis, int start, int length) implements Arrangement {
    @Override
    public String word() {
      return "slice";
    }

    @Override
    public Shape output(List<Shape> inputs) throws ShapeException {
      Shape in = inputs.getFirst();
      if ((long) start + length > in.get(axis)) {
        throw new ShapeException(
            Code.E207,
            "slice takes %d from %d on along %s, but there are only %d"
                .formatted(length, start, Axis.name(axis), in.get(axis)),
            null);
      }
      List<Integer> dimensions = new ArrayList<>(in.dimensions());
      dimensions.set(axis, length);
      return new Shape(dimensions);
    }
  }

  /**
   * The same numbers in the same order, row-major, in another shape.
   *
   * @param shape of the result
   */
  record Reshape(Shape shape) implements Arrangement {
    @Override
    public String word() {
      return "reshape";
    }

    @Override
    public Shape output(List<Shape> inputs) {
      return shape;
    }
  }

  /**
   * The axes in another order.
   *
   * @param order for each axis of the result, which of the input it is
   */
  record Permute(List<Integer> order) implements Arrangement {
    /** Keeps a copy. */
    public Permute {
      order = List.copyOf(order);
    }

    @Override
    public String word() {
      return "permute";
    }

    @Override
    public Shape output(List<Shape> inputs) {
      return new Shape(order.stream().map(inputs.getFirst()::get).toList());
    }
  }

  /**
   * Zeros around.
   *
   * @param before how many at the start of each axis
   * @param after how many at its end
   */
  record Pad(List<Integer> before, List<Integer> after) implements Arrangement {
    /** Keeps copies. */
    public Pad {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    @Override
    public String word() {
      return "pad";
    }

    @Override
    public Shape output(List<Shape> inputs) {
      List<Integer> dimensions = new ArrayList<>();
      for (int axis = 0; axis < before.size(); axis++) {
        int size = Math.addExact(inputs.getFirst().get(axis), before.get(axis));
        dimensions.add(Math.addExact(size, after.get(axis)));
      }
      return new Shape(dimensions);
    }
  }
}
