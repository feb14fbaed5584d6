package sec.compiler.operators;

import java.util.ArrayList;
import java.util.List;

/** A value on its way through the primitives of one operator. */
record Wire(Composition.Draft draft, int id, Shape shape) {

  /** What {@code primitive} makes of it. */
  Wire then(Primitive primitive) throws ShapeException {
    return draft.add(primitive, List.of(this));
  }

  /** What {@code primitive} makes of it and of others. */
  Wire join(Primitive primitive, Wire... others) throws ShapeException {
    List<Wire> all = new ArrayList<>();
    all.add(this);
    all.addAll(List.of(others));
    return draft.add(primitive, all);
  }

  /** {@code scale * x + shift}. */
  Wire affine(double scale, double shift) throws ShapeException {
    return then(new Pointwise.Affine(scale, shift));
  }

  Wire times(Wire other) throws ShapeException {
    return join(Primitive.Elementwise.MUL, other);
  }

  Wire minus(Wire other) throws ShapeException {
    return join(Primitive.Elementwise.SUB, other);
  }

  Wire over(Wire other) throws ShapeException {
    return join(Primitive.Elementwise.DIV, other);
  }

  Wire squareRoot() throws ShapeException {
    return then(new Pointwise.Power(0.5));
  }

  /** The mean along some axes, which keep a size of 1. */
  Wire mean(Integer... axes) throws ShapeException {
    return then(new Reduction.Reduce(Reduction.Kind.MEAN, List.of(axes)));
  }

  Wire sum(Integer... axes) throws ShapeException {
    return then(new Reduction.Reduce(Reduction.Kind.SUM, List.of(axes)));
  }

  Wire softmax(int axis) throws ShapeException {
    return then(new Reduction.Softmax(axis));
  }

  Wire reshape(Shape shape) throws ShapeException {
    return then(new Arrangement.Reshape(shape));
  }

  Wire reshape(int... dimensions) throws ShapeException {
    return reshape(Shape.of(dimensions));
  }

  Wire permute(Integer... order) throws ShapeException {
    return then(new Arrangement.Permute(List.of(order)));
  }

  /** The channels as groups of neighbours: {@code [groups, C / groups, ..]}. */
  Wire grouped(String operator, int groups) throws ShapeException {
    ShapeRules.divides(operator, "channels", shape.channels(), groups);
    List<Integer> dimensions = new ArrayList<>(shape.dimensions());
    dimensions.set(0, shape.channels() / groups);
    dimensions.addFirst(groups);
    return reshape(new Shape(dimensions));
  }
}
