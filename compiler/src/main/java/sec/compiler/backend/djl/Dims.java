package sec.compiler.backend.djl;

import sec.compiler.operators.Axis;
import sec.compiler.operators.Shape;

/**
 * The sizes of a value as Java says them.
 *
 * @param map whether it has H and W
 * @param c channels
 * @param h height; 0 for a vector
 * @param w width; 0 for a vector
 */
record Dims(boolean map, Whole c, Whole h, Whole w) {

  static Dims map(Whole c, Whole h, Whole w) {
    return new Dims(true, c, h, w);
  }

  static Dims vector(Whole c) {
    return new Dims(false, c, Whole.ZERO, Whole.ZERO);
  }

  static Dims of(Shape shape) {
    return shape.isMap()
        ? map(Whole.of(shape.channels()), Whole.of(shape.height()), Whole.of(shape.width()))
        : vector(Whole.of(shape.channels()));
  }

  Dims withChannels(Whole channels) {
    return new Dims(map, channels, h, w);
  }

  boolean sameAs(Dims other) {
    return map == other.map
        && c.text().equals(other.c.text())
        && h.text().equals(other.h.text())
        && w.text().equals(other.w.text());
  }

  Whole get(Axis axis) {
    return switch (axis) {
      case C -> c;
      case H -> h;
      case W -> w;
    };
  }

  Dims with(Axis axis, Whole size) {
    return switch (axis) {
      case C -> new Dims(map, size, h, w);
      case H -> new Dims(map, c, size, w);
      case W -> new Dims(map, c, h, size);
    };
  }
}
