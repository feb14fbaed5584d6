package sec.compiler.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.model.ExpressionResolver.Expected;
import sec.compiler.source.Span;
import sec.compiler.syntax.Element.Argument;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;

/** Gives each argument of a use its parameter, and each word in it its meaning. */
final class ArgumentBinder {
  private static final Expression NOTHING = new Nothing();

  private final Diagnostics diagnostics;
  private final ExpressionResolver expressions;

  ArgumentBinder(ChainScope scope) {
    this.diagnostics = scope.diagnostics();
    this.expressions = new ExpressionResolver(scope);
  }

  /**
   * Binds the arguments of one use.
   *
   * @param span the use
   * @param arguments as written
   * @param callee what takes them
   * @param all whether none may be missing
   * @return by parameter, in the order of the parameters; null when something is wrong, which is
   *     then reported
   */
  @Nullable Map<String, Expression> bind(
      Span span, List<Argument> arguments, Callee callee, boolean all) {
    long before = diagnostics.errorCount();
    Map<String, Expression> given = new LinkedHashMap<>();
    boolean named = false;
    int position = 0;
    for (Argument argument : arguments) {
      if (argument.name() != null) {
        named = true;
        put(given, argument, argument.name(), callee);
      } else if (named) {
        resolve(argument, Expected.ANY);
        diagnostics.add(
            Code.E128,
            argument.span(),
            "an argument by position stands after one by name",
            "write the ones by position first, or give its name: " + callee.signature());
      } else if (position >= callee.positional().size()) {
        tooMany(argument, arguments.size(), callee);
        break;
      } else {
        Callee.Formal formal = callee.positional().get(position++);
        keep(given, formal.name(), resolve(argument, Expected.of(formal.type())));
      }
    }
    if (all) {
      requireAll(span, callee, given);
    }
    return diagnostics.errorCount() > before ? null : ordered(callee, given);
  }

  private @Nullable Expression resolve(Argument argument, Expected expected) {
    return expressions.resolve(argument.value(), expected);
  }

  /** One that has no meaning stands for itself, so that it is not reported as missing, too. */
  private static void keep(
      Map<String, Expression> given, String name, @Nullable Expression resolved) {
    given.put(name, resolved == null ? NOTHING : resolved);
  }

  private record Nothing() implements Expression.Resolved {
    @Override
    public Span span() {
      throw new IllegalStateException("no expression");
    }
  }

  private void tooMany(Argument argument, int count, Callee callee) {
    int most = callee.positional().size();
    if (most > 0) {
      diagnostics.add(
          Code.E126,
          argument.span(),
          "%s takes at most %d argument%s, but gets %d"
              .formatted(callee.word(), most, most == 1 ? "" : "s", count),
          "it is " + callee.signature());
    } else {
      boolean none = callee.formals().isEmpty();
      diagnostics.add(
          Code.E126,
          argument.span(),
          callee.word() + (none ? " takes no arguments" : " takes no arguments by position"),
          none
              ? "write %s alone".formatted(callee.word())
              : "give it by its name: " + String.join(", ", callee.names()));
    }
  }

  private void put(Map<String, Expression> given, Argument argument, Name name, Callee callee) {
    Callee.Formal formal = callee.formal(name.text());
    Expression value =
        resolve(argument, formal == null ? Expected.ANY : Expected.of(formal.type()));
    if (formal == null) {
      List<String> names = callee.names();
      diagnostics.add(
          Code.E125,
          name.span(),
          callee.word() + " has no parameter " + name,
          names.isEmpty()
              ? callee.word() + " takes no arguments"
              : Suggestion.help(name.text(), names, "it has"));
    } else if (given.containsKey(name.text())) {
      diagnostics.add(
          Code.E128,
          argument.span(),
          name + " of " + callee.word() + " is given twice",
          "keep one");
    } else {
      keep(given, name.text(), value);
    }
  }

  private void requireAll(Span span, Callee callee, Map<String, Expression> given) {
    String missing =
        callee.formals().stream()
            .filter(f -> !f.optional() && !given.containsKey(f.name()))
            .map(Callee.Formal::name)
            .collect(Collectors.joining(" and "));
    if (!missing.isEmpty()) {
      diagnostics.add(
          Code.E127, span, callee.word() + " needs " + missing, "it is " + callee.signature());
    }
  }

  private static Map<String, Expression> ordered(Callee callee, Map<String, Expression> given) {
    Map<String, Expression> ordered = new LinkedHashMap<>();
    for (Callee.Formal formal : callee.formals()) {
      Expression value = given.get(formal.name());
      if (value != null) {
        ordered.put(formal.name(), value);
      }
    }
    return ordered;
  }
}
