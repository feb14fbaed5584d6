package sec.compiler.interpreter;

import java.util.ArrayList;
import java.util.List;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.Resize;
import sec.compiler.operators.Shape;

/** The definitions of what only takes numbers from one place to another. */
final class Arrangements {
  private Arrangements() {}

  static Batch of(Arrangement arrangement, Batch x) {
    return switch (arrangement) {
      case Arrangement.Slice slice -> slice(slice, x);
      case Arrangement.Reshape reshape -> new Batch(x.size(), reshape.shape(), x.values().clone());
      case Arrangement.Permute permute -> permute(permute, x);
      case Arrangement.Pad pad -> pad(pad, x);
    };
  }

  /** y[.., i, ..] = x[.., start + i, ..]. */
  private static Batch slice(Arrangement.Slice slice, Batch x) {
    Shape shape = with(x.shape(), slice.axis(), slice.length());
    return Batch.of(
        x.size(),
        shape,
        (n, place) -> {
          int[] from = place.clone();
          from[slice.axis()] += slice.start();
          return x.at(n, from);
        });
  }

  /** y[i, j, ..] = x with i at axis order[0], j at axis order[1], and so on. */
  private static Batch permute(Arrangement.Permute permute, Batch x) {
    return Batch.of(
        x.size(),
        new Shape(permute.order().stream().map(axis -> x.shape().get(axis)).toList()),
        (n, place) -> {
          int[] from = new int[place.length];
          for (int axis = 0; axis < place.length; axis++) {
            from[permute.order().get(axis)] = place[axis];
          }
          return x.at(n, from);
        });
  }

  /** x where it is, 0 around it. */
  private static Batch pad(Arrangement.Pad pad, Batch x) {
    Shape shape = x.shape();
    for (int axis = 0; axis < shape.rank(); axis++) {
      int size = pad.before().get(axis) + shape.get(axis) + pad.after().get(axis);
      shape = with(shape, axis, size);
    }
    return Batch.of(
        x.size(),
        shape,
        (n, place) -> {
          int[] from = place.clone();
          for (int axis = 0; axis < from.length; axis++) {
            from[axis] -= pad.before().get(axis);
            if (from[axis] < 0 || from[axis] >= x.shape().get(axis)) {
              return 0;
            }
          }
          return x.at(n, from);
        });
  }

  /** Source: PyTorch's documentation of {@code interpolate}, corners not aligned. */
  static Batch resize(Resize resize, Batch x) {
    int height = x.shape().height();
    int width = x.shape().width();
    return Batch.of(
        x.size(),
        Shape.of(x.shape().channels(), resize.height(), resize.width()),
        (n, place) -> {
          if (resize.mode() == Resize.Mode.NEAREST) {
            int row = place[1] * height / resize.height();
            return x.at(n, place[0], row, place[2] * width / resize.width());
          }
          double row = centre(place[1], height, resize.height());
          double column = centre(place[2], width, resize.width());
          double sum = 0;
          for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
              double weight =
                  Math.max(0, 1 - Math.abs(row - i)) * Math.max(0, 1 - Math.abs(column - j));
              sum += weight * x.at(n, place[0], i, j);
            }
          }
          return sum;
        });
  }

  /** Where the middle of element {@code i} of the result lies, not past the outer middles. */
  private static double centre(int i, int size, int newSize) {
    return Math.clamp((i + 0.5) * size / newSize - 0.5, 0, size - 1);
  }

  /** The same shape, of another size along one axis. */
  static Shape with(Shape shape, int axis, int size) {
    List<Integer> dimensions = new ArrayList<>(shape.dimensions());
    dimensions.set(axis, size);
    return new Shape(dimensions);
  }
}
