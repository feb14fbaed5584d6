package sec.compiler.model;

import java.util.List;
import java.util.Optional;
import sec.compiler.source.Span;

/** A declaration with its names resolved. */
public sealed interface Definition permits Declared, Missing {

  /** Its name. */
  String name();

  /** The author's words; may be empty. */
  String doc();

  /** Where its name is declared. */
  Span span();

  /** Its parameters, in order. */
  List<Parameter> parameters();

  /** The parameter of that name. */
  default Optional<Parameter> parameter(String name) {
    return parameters().stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
