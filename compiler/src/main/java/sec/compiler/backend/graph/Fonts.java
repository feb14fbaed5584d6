package sec.compiler.backend.graph;

/**
 * How wide text is, without asking for a font: where pictures are made, on a server, there may be
 * none. The widths are Helvetica's, which the other fonts that {@code picture.css} asks for have,
 * too.
 */
final class Fonts {
  /** Of an em, for the characters from space to tilde (Adobe's font metrics of Helvetica). */
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
        556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
        500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333,
        556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334,
    260, 334, 584
  };

  private static final int PER_EM = 1000;
  private static final int SIGN = 584;

  private Fonts() {}

  /** The width of {@code text} at a size, both in pixels. */
  static double width(String text, double size) {
    return text.codePoints().map(Fonts::width).sum() * size / PER_EM;
  }

  private static int width(int character) {
    int index = character - ' ';
    if (index >= 0 && index < WIDTHS.length) {
      return WIDTHS[index];
    }
    // Of other scripts no letter is wider than it is high.
    return character == '×' ? SIGN : PER_EM;
  }
}
