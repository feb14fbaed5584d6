package sec.compiler.syntax;

import java.util.List;
import sec.compiler.source.Span;

/**
 * {@code < s1; s2; ... >}.
 *
 * @param span brackets included
 * @param statements in order
 */
public record Body(Span span, List<Statement> statements) {

  /** Keeps a copy. */
  public Body {
    statements = List.copyOf(statements);
  }
}
