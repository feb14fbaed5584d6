package sec.compiler.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.operators.Operator;
import sec.compiler.syntax.Element;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;

/** Gives each argument of a use its parameter. */
final class ArgumentBinder {
  private final Diagnostics diagnostics;
  private final ExpressionChecker expressions;

  ArgumentBinder(Diagnostics diagnostics, ExpressionChecker expressions) {
    this.diagnostics = diagnostics;
    this.expressions = expressions;
  }

  private record Formal(String name, boolean optional) {}

  Map<String, Expression> bind(Element.Use use, Operator operator) {
    return bind(
        use,
        operator.word(),
        operator.signature(),
        operator.parameters().stream().map(p -> new Formal(p.name(), p.isOptional())).toList());
  }

  /** Binds the arguments of a block, net or variant; {@code all}: whether none may be missing. */
  Map<String, Expression> bind(
      Element.Use use, String callee, List<Parameter> parameters, boolean all) {
    List<Formal> formals =
        parameters.stream().map(p -> new Formal(p.name(), !all || p.fallback() != null)).toList();
    String signature =
        parameters.stream()
            .map(p -> p.name() + (p.fallback() == null ? "" : " = " + p.fallback().span().text()))
            .collect(Collectors.joining(", ", callee + "(", ")"));
    return bind(use, callee, signature, formals);
  }

  private Map<String, Expression> bind(
      Element.Use use, String callee, String signature, List<Formal> formals) {
    Map<String, Expression> given = new LinkedHashMap<>();
    boolean named = false;
    int position = 0;
    for (Element.Argument argument : use.arguments()) {
      expressions.check(argument.value());
      Name name = argument.name();
      if (name != null) {
        named = true;
        put(given, argument, name, callee, formals);
      } else if (named) {
        diagnostics.add(
            Code.E128,
            argument.span(),
            "an argument by position stands after one by name",
            "write the ones by position first, or give its name: " + signature);
      } else if (position >= formals.size()) {
        tooMany(argument, use, callee, signature, formals);
        break;
      } else {
        given.put(formals.get(position++).name(), argument.value());
      }
    }
    requireAll(use, callee, signature, formals, given);
    return ordered(formals, given);
  }

  private void tooMany(
      Element.Argument argument,
      Element.Use use,
      String callee,
      String signature,
      List<Formal> formals) {
    String message =
        formals.isEmpty()
            ? callee + " takes no arguments"
            : "%s takes at most %d argument%s, but gets %d"
                .formatted(
                    callee, formals.size(), formals.size() == 1 ? "" : "s", use.arguments().size());
    diagnostics.add(
        Code.E126,
        argument.span(),
        message,
        formals.isEmpty() ? "write " + callee + " alone" : "it is " + signature);
  }

  private void put(
      Map<String, Expression> given,
      Element.Argument argument,
      Name name,
      String callee,
      List<Formal> formals) {
    List<String> names = formals.stream().map(Formal::name).toList();
    if (!names.contains(name.text())) {
      diagnostics.add(
          Code.E125,
          name.span(),
          callee + " has no parameter " + name,
          names.isEmpty()
              ? callee + " takes no arguments"
              : Suggestion.help(name.text(), names, "it has"));
    } else if (given.putIfAbsent(name.text(), argument.value()) != null) {
      diagnostics.add(
          Code.E128, argument.span(), name + " of " + callee + " is given twice", "keep one");
    }
  }

  private void requireAll(
      Element.Use use,
      String callee,
      String signature,
      List<Formal> formals,
      Map<String, Expression> given) {
    String missing =
        formals.stream()
            .filter(f -> !f.optional() && !given.containsKey(f.name()))
            .map(Formal::name)
            .collect(Collectors.joining(" and "));
    if (!missing.isEmpty()) {
      diagnostics.add(Code.E127, use.span(), callee + " needs " + missing, "it is " + signature);
    }
  }

  private static Map<String, Expression> ordered(
      List<Formal> formals, Map<String, Expression> given) {
    Map<String, Expression> ordered = new LinkedHashMap<>();
    for (Formal formal : formals) {
      Expression value = given.get(formal.name());
      if (value != null) {
        ordered.put(formal.name(), value);
      }
    }
    return ordered;
  }
}
