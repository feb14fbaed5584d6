package sec.compiler.backend.graph;

import java.util.ArrayList;
import java.util.List;
import sec.compiler.diagnostics.Printable;

/** The text on a box, and the room that it takes. */
record Face(Picture.Box box) {
  static final double TEXT = 12;
  static final double SMALL = 10;
  static final double SHAPE_HEIGHT = 13;
  static final double GROUP_TITLE = 24;
  static final double SIDE = 10;
  private static final double SHORT = 90;
  private static final double JOIN = 22;
  private static final double LINE = 15;
  private static final double MOST_SLOTS = 3;
  private static final int LONGEST = 60;

  /** The title. */
  String title() {
    return shown(box.title());
  }

  /** What stands in slots, at most a few of them. */
  List<String> slots() {
    List<String> lines = new ArrayList<>();
    for (String slot : box.slots()) {
      if (lines.size() == MOST_SLOTS) {
        lines.add("and %d more".formatted(box.slots().size() - lines.size()));
        break;
      }
      lines.add(shown(slot));
    }
    return lines;
  }

  /** A text of one line that fits on paper. */
  static String shown(String text) {
    String line = Printable.line(text).replace('\t', ' ');
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }

  double width() {
    double width = Fonts.width(title(), TEXT);
    for (String slot : slots()) {
      width = Math.max(width, Fonts.width(slot, SMALL));
    }
    return even(box.kind() == Picture.Kind.JOIN ? Math.max(JOIN, width + SIDE) : width + 2 * SIDE);
  }

  /** So that middles lie on whole pixels, one below the other. */
  private static double even(double width) {
    return 2 * Math.ceil(width / 2);
  }

  double height() {
    if (box.kind() == Picture.Kind.JOIN) {
      return JOIN;
    }
    return LINE * (1 + slots().size()) + (box.kind() == Picture.Kind.BLOCK ? 13 : 8);
  }

  static double groupWidth(Picture.Group group) {
    double title = Fonts.width(shown(group.title()), TEXT) + SIDE;
    // A line that comes in at the middle passes a short title.
    return even(title < SHORT ? 2 * title + SIDE : title + SIDE);
  }

  static double shapeWidth(String shape) {
    return even(Fonts.width(shape, SMALL) + 6);
  }
}
