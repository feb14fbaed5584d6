package sec.compiler.model;

import sec.compiler.source.Span;
import sec.compiler.syntax.Declaration;

/** A definition that stands in a text. */
public sealed interface Declared extends Definition permits Template, Variant, Experiment {

  /** The text it is made of. */
  Declaration syntax();

  @Override
  default String name() {
    return syntax().name().text();
  }

  @Override
  default String doc() {
    return syntax().doc();
  }

  @Override
  default Span span() {
    return syntax().name().span();
  }
}
