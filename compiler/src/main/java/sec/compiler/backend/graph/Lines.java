package sec.compiler.backend.graph;

import java.util.List;

/** Lines with rounded corners and a head, as paths of SVG. */
final class Lines {
  private static final double RADIUS = 5;
  private static final double HEAD = 6.5;
  private static final double HALF = 2.8;

  private Lines() {}

  static String path(List<Layout.Point> points) {
    StringBuilder path = new StringBuilder("M" + text(points.getFirst()));
    for (int i = 1; i < points.size() - 1; i++) {
      Layout.Point corner = points.get(i);
      path.append('L').append(text(towards(corner, points.get(i - 1), RADIUS)));
      path.append('Q').append(text(corner)).append(' ');
      path.append(text(towards(corner, points.get(i + 1), RADIUS)));
    }
    Layout.Point end = points.getLast();
    return path.append('L')
        .append(text(towards(end, points.get(points.size() - 2), HEAD - 1)))
        .toString();
  }

  static String arrow(List<Layout.Point> points) {
    Layout.Point end = points.getLast();
    Layout.Point neck = towards(end, points.get(points.size() - 2), HEAD);
    double across = HALF / Math.max(HEAD, 1e-9);
    double x = (end.y() - neck.y()) * across;
    double y = (end.x() - neck.x()) * across;
    return "M%sL%sL%sZ"
        .formatted(
            text(end),
            text(new Layout.Point(neck.x() + x, neck.y() - y)),
            text(new Layout.Point(neck.x() - x, neck.y() + y)));
  }

  /** The point at some distance from one towards another, at most half of the way. */
  private static Layout.Point towards(Layout.Point from, Layout.Point to, double distance) {
    double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
    double part = length == 0 ? 0 : Math.min(distance / length, 0.5);
    return new Layout.Point(
        from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }

  private static String text(Layout.Point point) {
    return Svg.number(point.x()) + " " + Svg.number(point.y());
  }
}
