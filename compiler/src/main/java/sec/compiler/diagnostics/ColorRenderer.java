package sec.compiler.diagnostics;

/** The plain text with ANSI colours, for terminals. */
public final class ColorRenderer {
  private static final String RESET = "\u001B[0m";
  private static final TextLayout LAYOUT =
      new TextLayout((part, text) -> "\u001B[" + attributes(part) + "m" + text + RESET);

  private ColorRenderer() {}

  /** All of {@code diagnostics}, an empty line between them. */
  public static String render(Diagnostics diagnostics) {
    return LAYOUT.render(diagnostics);
  }

  /** The sixteen colours that every terminal has: the user's own theme decides what they are. */
  private static String attributes(TextLayout.Part part) {
    return switch (part) {
      case ERROR -> "1;31";
      case WARNING -> "1;33";
      case MESSAGE -> "1";
      case MARGIN -> "34";
      case HELP -> "32";
    };
  }
}
