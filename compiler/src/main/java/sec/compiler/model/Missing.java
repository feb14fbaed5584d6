package sec.compiler.model;

import java.util.List;
import sec.compiler.source.Span;
import sec.compiler.syntax.Name;

/**
 * Stands for a declaration that an import should have brought: that is already said, so uses of it
 * say nothing more.
 *
 * @param name what it should have been called
 * @param span where it was asked for
 */
record Missing(String name, Span span) implements Definition {
  static Missing named(Name name) {
    return new Missing(name.text(), name.span());
  }

  @Override
  public String doc() {
    return "";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
