package sec.compiler.syntax;

import java.util.List;
import sec.compiler.source.Span;

/**
 * Operations applied from left to right.
 *
 * @param span from the first to the last; empty for a branch without operations
 * @param elements in order
 */
public record Chain(Span span, List<Element> elements) {

  /** Keeps a copy. */
  public Chain {
    elements = List.copyOf(elements);
  }
}
