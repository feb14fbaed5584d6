package sec.compiler.backend.djl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Element;
import sec.compiler.model.Local;
import sec.compiler.model.Parameter;
import sec.compiler.model.Template;
import sec.compiler.syntax.Expression;

/** What names mean inside one class: parameters, the sizes at its entry, bound values. */
final class Scope {
  private final Map<String, Term> parameters;
  private final Dims entry;
  private final Map<String, Dims> locals = new HashMap<>();

  Scope(Map<String, Term> parameters, Dims entry) {
    this.parameters = parameters;
    this.entry = entry;
  }

  Terms terms() {
    return new Terms(this::find, parameters);
  }

  Dims entry() {
    return entry;
  }

  void bind(Local local, Dims dims) {
    locals.put(local.name(), dims);
  }

  Dims local(Local local) {
    Dims dims = locals.get(local.name());
    if (dims == null) {
      throw new IllegalStateException(local.name());
    }
    return dims;
  }

  @Nullable Term find(String name) {
    Term parameter = parameters.get(name);
    if (parameter != null) {
      return parameter;
    }
    int dot = name.indexOf('.');
    Dims dims = dot < 0 ? entry : locals.get(name.substring(0, dot));
    if (dims == null) {
      return null;
    }
    return switch (name.substring(dot + 1)) {
      case "C" -> Term.Quotient.of(dims.c());
      case "H" -> Term.Quotient.of(dims.h());
      case "W" -> Term.Quotient.of(dims.w());
      default -> null;
    };
  }

  /** A scope for each round of a loop; only where it is known how many there are. */
  List<Scope> rounds(Element.For loop) {
    if (!(terms().of(loop.list()) instanceof Term.Items items)) {
      throw new NotOneClassException("a for goes through a list that is a parameter");
    }
    List<Scope> rounds = new ArrayList<>();
    for (Term item : items.items()) {
      Map<String, Term> named = new LinkedHashMap<>(parameters);
      for (int i = 0; i < loop.names().size(); i++) {
        Term value =
            loop.names().size() == 1 || !(item instanceof Term.Items parts)
                ? item
                : parts.items().get(i);
        named.put(loop.names().get(i).text(), value);
      }
      Scope round = new Scope(named, entry);
      round.locals.putAll(locals);
      rounds.add(round);
    }
    return rounds;
  }

  /** The scope inside a use of {@code block}: its parameters in this scope's terms. */
  Scope inside(Template block, Map<String, Expression> arguments, Dims input) {
    return of(block, terms(arguments), input);
  }

  Map<String, Term> terms(Map<String, Expression> arguments) {
    Map<String, Term> terms = new LinkedHashMap<>();
    arguments.forEach((name, argument) -> terms.put(name, terms().of(argument)));
    return terms;
  }

  /** The scope inside a use of {@code block} that is given {@code arguments}. */
  static Scope of(Template block, Map<String, Term> arguments, Dims input) {
    return of(block.parameters(), arguments, input);
  }

  /** The scope of {@code parameters}, some of them given. */
  static Scope of(List<Parameter> parameters, Map<String, Term> arguments, Dims input) {
    Map<String, Term> values = new LinkedHashMap<>();
    Scope inner = new Scope(values, input);
    for (Parameter parameter : parameters) {
      Term given = arguments.get(parameter.name());
      Expression fallback = parameter.fallback();
      if (given != null) {
        values.put(parameter.name(), given);
      } else if (fallback != null) {
        values.put(parameter.name(), inner.terms().of(fallback));
      }
    }
    return inner;
  }

  Map<String, Term> parameters() {
    return parameters;
  }
}
