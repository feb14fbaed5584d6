package sec.compiler.syntax.format;

/** The documents that are always the same: nothing, and the ends of lines. */
final class Breaks {
  private Breaks() {}

  /** Nothing. */
  static final Document EMPTY = new Document.Text("");

  /** A space, or the end of the line. */
  static final Document LINE = new Document.Line(" ");

  /** Nothing, or the end of the line. */
  static final Document SOFT = new Document.Line("");

  /** The end of the line. */
  static final Document HARD = new Document.Hard(false);

  /** The end of the line and an empty one. */
  static final Document BLANK = new Document.Hard(true);
}
