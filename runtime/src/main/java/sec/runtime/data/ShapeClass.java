package sec.runtime.data;

/**
 * The ten figures of {@link ProceduralShapes}, in label order.
 *
 * <p>A figure is a set of points of the plane around the origin, about as large as the unit circle;
 * the painter turns, stretches and shifts it. The axes are those of an image: x to the right, y
 * down. Only operations that Java defines to the last bit decide about a point, so a figure has the
 * same pixels on every machine.
 */
enum ShapeClass {
  DISC {
    @Override
    boolean covers(double x, double y) {
      return x * x + y * y <= 0.85 * 0.85;
    }
  },
  RING {
    @Override
    boolean covers(double x, double y) {
      double squaredRadius = x * x + y * y;
      return squaredRadius <= 0.92 * 0.92 && squaredRadius >= 0.52 * 0.52;
    }
  },
  SQUARE {
    @Override
    boolean covers(double x, double y) {
      return chebyshev(x, y) <= 0.70;
    }
  },
  FRAME {
    @Override
    boolean covers(double x, double y) {
      double distance = chebyshev(x, y);
      return distance <= 0.78 && distance >= 0.42;
    }
  },
  TRIANGLE {
    @Override
    boolean covers(double x, double y) {
      return sidesKept(x, y, 3, TRIANGLE_NORMALS, 0.5) == 3;
    }
  },
  CROSS {
    @Override
    boolean covers(double x, double y) {
      double across = Math.min(Math.abs(x), Math.abs(y));
      return across <= 0.27 && chebyshev(x, y) <= 0.95;
    }
  },
  STAR {
    // A point of the star is on the inner side of all but one of the pentagram's five lines.
    @Override
    boolean covers(double x, double y) {
      return sidesKept(x, y, 5, STAR_NORMALS, 0.34) >= 4 && x * x + y * y <= 1.0;
    }
  },
  CRESCENT {
    @Override
    boolean covers(double x, double y) {
      double bite = x - 0.48;
      return x * x + y * y <= 0.95 * 0.95 && bite * bite + y * y >= 0.72 * 0.72;
    }
  },
  STRIPES {
    @Override
    boolean covers(double x, double y) {
      return x * x + y * y <= 0.95 * 0.95 && isEven(x / 0.27 + 0.5);
    }
  },
  CHECKERS {
    @Override
    boolean covers(double x, double y) {
      return chebyshev(x, y) <= 0.76 && isEven(x / 0.38) == isEven(y / 0.38);
    }
  };

  /** No figure covers a point that is further than this from the origin. */
  static final double REACH = 1.11;

  private static final double[] TRIANGLE_NORMALS = normals(3, 1);
  private static final double[] STAR_NORMALS = normals(5, -1);

  /** Whether the figure covers the point (x, y), in units of the radius of its circle. */
  abstract boolean covers(double x, double y);

  private static double chebyshev(double x, double y) {
    return Math.max(Math.abs(x), Math.abs(y));
  }

  private static boolean isEven(double cell) {
    return ((long) Math.floor(cell) & 1) == 0;
  }

  /** How many of the lines at a distance from the origin have the point on the origin's side. */
  private static int sidesKept(double x, double y, int lines, double[] normals, double distance) {
    int kept = 0;
    for (int line = 0; line < lines; line++) {
      if (x * normals[2 * line] + y * normals[2 * line + 1] <= distance) {
        kept++;
      }
    }
    return kept;
  }

  /** Unit vectors (x0, y0, x1, y1, ...) evenly around the circle from (0, firstY) on. */
  private static double[] normals(int count, double firstY) {
    double[] normals = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double angle = 2 * StrictMath.PI * i / count;
      normals[2 * i] = firstY * StrictMath.sin(angle);
      normals[2 * i + 1] = firstY * StrictMath.cos(angle);
    }
    return normals;
  }
}
