package sec.compiler.diagnostics;

import java.util.stream.Collectors;
import sec.compiler.source.Position;
import sec.compiler.source.Span;

/** Renders diagnostics as plain text: message, place, the line with a caret, notes, help. */
public final class PlainRenderer {
  private PlainRenderer() {}

  /** All of {@code diagnostics}, an empty line between them. */
  public static String render(Diagnostics diagnostics) {
    return diagnostics.sorted().stream()
        .map(PlainRenderer::render)
        .collect(Collectors.joining("\n"));
  }

  /** One diagnostic, ending in a line end. */
  public static String render(Diagnostic diagnostic) {
    Span span = diagnostic.span();
    Position position = span.position();
    String number = Integer.toString(position.line());
    String margin = " ".repeat(number.length());
    String line = span.source().line(position.line());
    Excerpt excerpt = Excerpt.of(line, position.column() - 1);
    StringBuilder out = new StringBuilder();
    out.append(diagnostic.code().severity()).append('[').append(diagnostic.code()).append("]: ");
    out.append(visible(diagnostic.message())).append('\n');
    out.append(margin).append("--> ").append(span).append('\n');
    out.append(margin).append(" |\n");
    out.append(number).append(" | ").append(visible(excerpt.text())).append('\n');
    out.append(margin).append(" | ").append(caret(span, excerpt)).append('\n');
    for (String note : diagnostic.notes()) {
      out.append(margin).append(" = ").append(visible(note)).append('\n');
    }
    if (diagnostic.help() != null) {
      out.append(margin).append(" = help: ").append(visible(diagnostic.help())).append('\n');
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

    static Excerpt of(String line, int before) {
      int[] points = line.codePoints().toArray();
      if (points.length <= LONGEST) {
        return new Excerpt(line, before);
      }
      int start = Math.max(0, before - LEAD);
      int end = Math.min(points.length, start + LONGEST);
      String lead = start > 0 ? DOTS : "";
      String text = new String(points, start, end - start);
      return new Excerpt(
          lead + text + (end < points.length ? DOTS : ""), lead.length() + before - start);
    }
  }

  private static String caret(Span span, Excerpt excerpt) {
    String line = excerpt.text();
    int rest = line.codePointCount(0, line.length()) - excerpt.before();
    int wanted = span.source().text().codePointCount(span.start(), span.end());
    // Tabs stay tabs, so that the caret stands under what it points at whatever their width.
    String indent =
        line.codePoints()
            .limit(excerpt.before())
            .mapToObj(c -> c == '\t' ? "\t" : " ")
            .collect(Collectors.joining());
    return indent + "^".repeat(Math.max(1, Math.min(wanted, rest)));
  }

  /** Control and direction characters would let a file draw on the reader's terminal. */
  private static String visible(String text) {
    return text.codePoints()
        .mapToObj(
            c -> {
              boolean hidden =
                  c != '\t'
                      && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
              return hidden ? "\uFFFD" : Character.toString(c);
            })
        .collect(Collectors.joining());
  }
}
