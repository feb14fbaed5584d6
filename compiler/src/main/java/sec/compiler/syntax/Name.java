package sec.compiler.syntax;

import sec.compiler.source.Span;

/**
 * A word that names something.
 *
 * @param span where it stands
 * @param text the word
 */
public record Name(Span span, String text) {
  @Override
  public String toString() {
    return text;
  }
}
