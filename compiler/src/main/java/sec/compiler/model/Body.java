package sec.compiler.model;

import java.util.List;
import sec.compiler.source.Span;

/**
 * Statements in order, each transforming the current value.
 *
 * @param span brackets included
 * @param statements without the declarations of slots
 */
public record Body(Span span, List<Statement> statements) {
  /** Keeps a copy. */
  public Body {
    statements = List.copyOf(statements);
  }
}
