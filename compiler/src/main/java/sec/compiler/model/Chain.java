package sec.compiler.model;

import java.util.List;
import sec.compiler.source.Span;

/**
 * Operations from left to right.
 *
 * @param span all of it
 * @param elements none for the identity
 */
public record Chain(Span span, List<Element> elements) {
  /** Keeps a copy. */
  public Chain {
    elements = List.copyOf(elements);
  }
}
