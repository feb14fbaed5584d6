package sec.compiler.diagnostics;

/** Diagnostics as plain text, for files, pipes and tests. */
public final class PlainRenderer {
  private static final TextLayout LAYOUT = new TextLayout((part, text) -> text);

  private PlainRenderer() {}

  /** All of {@code diagnostics}, an empty line between them. */
  public static String render(Diagnostics diagnostics) {
    return LAYOUT.render(diagnostics);
  }

  /** One diagnostic, ending in a line end. */
  public static String render(Diagnostic diagnostic) {
    return LAYOUT.render(diagnostic);
  }
}
