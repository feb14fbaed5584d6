package sec.compiler.diagnostics;

import java.util.stream.Collectors;

/**
 * Text that others wrote (the names of files, arguments, lines of sources) as it may stand in one
 * line of a terminal. Control characters would move its cursor and change its colours, direction
 * characters would show something else than what is there.
 */
public final class Printable {
  private static final String INSTEAD = "\uFFFD";

  private Printable() {}

  /** The text with a replacement for each character that is not shown; tabs stay. */
  public static String line(String text) {
    return text.codePoints()
        .mapToObj(c -> isHidden(c) ? INSTEAD : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t';
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }
}
