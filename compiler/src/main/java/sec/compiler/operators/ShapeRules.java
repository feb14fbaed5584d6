package sec.compiler.operators;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;

/** What several shape rules share. */
final class ShapeRules {
  private ShapeRules() {}

  static final String BEFORE_VECTOR = "flatten and gap give vectors: put it before them";

  /** What must agree where values are stacked along an axis. */
  private static final List<String> OTHERS =
      List.of("height and width", "number of channels and width", "number of channels and height");

  static Shape map(String operator, List<Shape> inputs, @Nullable String help)
      throws ShapeException {
    Shape in = inputs.getFirst();
    if (!in.isMap()) {
      throw new ShapeException(
          Code.E203, operator + " needs a feature map, but gets " + in.described(), help);
    }
    return in;
  }

  static Shape vector(String operator, List<Shape> inputs) throws ShapeException {
    Shape in = inputs.getFirst();
    if (!in.isVector()) {
      throw new ShapeException(
          Code.E203,
          operator + " needs a vector, but gets " + in.described(),
          "squeeze with gap, or use flatten");
    }
    return in;
  }

  static void divides(String operator, String what, int channels, int groups)
      throws ShapeException {
    if (channels % groups != 0) {
      throw new ShapeException(
          Code.E206,
          "%s splits %d %s into %d groups, which leaves a rest of %d"
              .formatted(operator, channels, what, groups, channels % groups),
          "groups must divide "
              + (what.equals("channels") ? "them" : "the input and the output channels"));
    }
  }

  static Shape pooled(String operator, Window vertical, Window horizontal, List<Shape> inputs)
      throws ShapeException {
    Shape in = map(operator, inputs, "pooling needs H and W: put it before gap or flatten");
    padding(operator, vertical);
    padding(operator, horizontal);
    return Shape.of(
        in.channels(),
        vertical.output(in.height(), operator),
        horizontal.output(in.width(), operator));
  }

  /** More padding than half the window would leave windows with nothing in them. */
  private static void padding(String operator, Window window) throws ShapeException {
    if (2 * window.pad() > window.kernel()) {
      throw new ShapeException(
          Code.E207,
          "%s pads by %d, more than half of its window of %d"
              .formatted(operator, window.pad(), window.kernel()),
          "pad by at most " + window.kernel() / 2);
    }
  }

  static Shape broadcast(String operator, List<Shape> inputs) throws ShapeException {
    int rank = inputs.stream().mapToInt(Shape::rank).max().orElse(1);
    List<Integer> result = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      int size = 1;
      for (Shape shape : inputs) {
        int here = axis < shape.rank() ? shape.get(axis) : 1;
        if (size != 1 && here != 1 && here != size) {
          throw mismatch(operator, inputs);
        }
        size = Math.max(size, here);
      }
      result.add(size);
    }
    Shape shape = new Shape(result);
    if (!inputs.contains(shape)) {
      throw new ShapeException(
          Code.E204,
          "%s would give %s, which none of its branches has: they are %s"
              .formatted(operator, shape, list(inputs)),
          "one branch must already have the shape of the result");
    }
    return shape;
  }

  static Shape stacked(String operator, int along, List<Shape> inputs) throws ShapeException {
    Shape first = inputs.getFirst();
    if (along >= first.rank()) {
      throw new ShapeException(
          Code.E203,
          "%s along %s needs feature maps, but its branches are %s"
              .formatted(operator, Axis.name(along), list(inputs)),
          "the axis of vectors is \"C\"");
    }
    int stacked = 0;
    for (Shape shape : inputs) {
      boolean fits = shape.rank() == first.rank();
      for (int axis = 0; fits && axis < shape.rank(); axis++) {
        fits = axis == along || shape.get(axis) == first.get(axis);
      }
      if (!fits) {
        throw new ShapeException(
            Code.E204,
            "%s needs branches of one %s, but they are %s"
                .formatted(operator, OTHERS.get(along), list(inputs)),
            along == 0 ? "give the branches the same strides and padding" : null);
      }
      stacked = Math.addExact(stacked, shape.get(along));
    }
    List<Integer> result = new ArrayList<>(first.dimensions());
    result.set(along, stacked);
    return new Shape(result);
  }

  private static ShapeException mismatch(String operator, List<Shape> inputs) {
    return new ShapeException(
        Code.E204,
        operator + " needs branches of one shape, but they are " + list(inputs),
        "make them equal, for example with conv(channels, 1, stride) on the shorter way");
  }

  private static String list(List<Shape> shapes) {
    return shapes.stream().map(Shape::toString).collect(Collectors.joining(" and "));
  }
}
