package sec.compiler.diagnostics;

import java.util.stream.Collectors;
import sec.compiler.source.Position;
import sec.compiler.source.Span;

/**
 * Diagnostics as text for people: message, place, the line with a caret, notes, help. What comes
 * from the user's files is made harmless here, before any paint; paint adds nothing of theirs.
 */
final class TextLayout {
  private final Paint paint;

  TextLayout(Paint paint) {
    this.paint = paint;
  }

  /** What the parts of a text are for. */
  enum Part {
    ERROR,
    WARNING,
    MESSAGE,
    MARGIN,
    HELP
  }

  /** Sets a part of the text off from the others. */
  @FunctionalInterface
  interface Paint {
    String paint(Part part, String text);
  }

  /** All of {@code diagnostics}, an empty line between them. */
  String render(Diagnostics diagnostics) {
    return diagnostics.sorted().stream().map(this::render).collect(Collectors.joining("\n"));
  }

  /** One diagnostic, ending in a line end. */
  String render(Diagnostic diagnostic) {
    Span span = diagnostic.span();
    Position position = span.position();
    String number = Integer.toString(position.line());
    String margin = " ".repeat(number.length());
    Excerpt excerpt = Excerpt.of(span);
    Part kind = diagnostic.isError() ? Part.ERROR : Part.WARNING;
    String bar = paint.paint(Part.MARGIN, margin + " |");
    StringBuilder out = new StringBuilder();
    out.append(paint.paint(kind, diagnostic.code().severity() + "[" + diagnostic.code() + "]"));
    out.append(paint.paint(Part.MESSAGE, ": " + Printable.line(diagnostic.message()))).append('\n');
    out.append(paint.paint(Part.MARGIN, margin + "-->")).append(' ');
    out.append(Printable.line(span.toString())).append('\n');
    out.append(bar).append('\n');
    out.append(paint.paint(Part.MARGIN, number + " |")).append(' ');
    out.append(Printable.line(excerpt.text())).append('\n');
    out.append(bar).append(' ').append(indent(excerpt));
    out.append(paint.paint(kind, caret(span, excerpt))).append('\n');
    for (String note : diagnostic.notes()) {
      out.append(paint.paint(Part.MARGIN, margin + " =")).append(' ');
      out.append(Printable.line(note)).append('\n');
    }
    if (diagnostic.help() != null) {
      out.append(paint.paint(Part.MARGIN, margin + " =")).append(' ');
      out.append(paint.paint(Part.HELP, "help:")).append(' ');
      out.append(Printable.line(diagnostic.help())).append('\n');
    }
    return out.toString();
  }

  /**
   * What is shown of a line: all of it, unless it is very long.
   *
   * @param text the part, with dots where more is left out
   * @param before code points of it before the place
   */
  private record Excerpt(String text, int before) {
    private static final int LONGEST = 160;
    private static final int LEAD = 60;
    private static final String DOTS = "...";

    static Excerpt of(Span span) {
      Position position = span.position();
      Span line = span.source().line(position.line());
      int length = line.end() - line.start();
      if (length <= LONGEST) {
        return new Excerpt(line.text(), position.column() - 1);
      }
      // Only what is shown is looked at: a line can be all of a large file.
      String text = line.source().text();
      int from = moved(text, span.start(), -LEAD, line);
      int to = moved(text, from, LONGEST, line);
      String lead = from > line.start() ? DOTS : "";
      return new Excerpt(
          lead + text.substring(from, to) + (to < line.end() ? DOTS : ""),
          lead.length() + text.codePointCount(from, Math.max(from, span.start())));
    }

    /** The offset so many code points behind {@code offset}, or before it, inside of the line. */
    private static int moved(String text, int offset, int points, Span line) {
      int at = Math.min(offset, line.end());
      for (int i = 0; i < points && at < line.end(); i++) {
        at += Character.charCount(text.codePointAt(at));
      }
      for (int i = 0; i > points && at > line.start(); i--) {
        at -= Character.charCount(text.codePointBefore(at));
      }
      return at;
    }
  }

  private static String caret(Span span, Excerpt excerpt) {
    String line = excerpt.text();
    int rest = line.codePointCount(0, line.length()) - excerpt.before();
    int wanted = span.source().text().codePointCount(span.start(), span.end());
    return "^".repeat(Math.max(1, Math.min(wanted, rest)));
  }

  /** Tabs stay tabs, so that the caret stands under what it points at whatever their width. */
  private static String indent(Excerpt excerpt) {
    return excerpt
        .text()
        .codePoints()
        .limit(excerpt.before())
        .mapToObj(c -> c == '\t' ? "\t" : " ")
        .collect(Collectors.joining());
  }
}
