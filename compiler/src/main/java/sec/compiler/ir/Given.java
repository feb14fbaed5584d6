package sec.compiler.ir;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.model.Callee;
import sec.compiler.model.ValueExpression;
import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Type;
import sec.compiler.values.Value;

/**
 * The arguments of one use, computed as they come: those a block value was written with, then those
 * it is completed with.
 */
final class Given {
  private final Callee callee;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Expression> written = new HashMap<>();
  private boolean failed;

  /** Nothing is given yet. */
  Given(Callee callee) {
    this.callee = callee;
  }

  /** What is given of the parameters that are no values of the network. */
  Map<String, Value> values() {
    return values;
  }

  /** The nodes whose values are given. */
  Map<String, Node> nodes() {
    return nodes;
  }

  /** The text of each argument. */
  Map<String, String> texts() {
    return written.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().span().text()));
  }

  /** What was written for a parameter; null when nothing was. */
  @Nullable Expression written(String parameter) {
    return written.get(parameter);
  }

  /** Whether a value of the network that was given could not be computed. */
  boolean failed() {
    return failed;
  }

  /** Adds arguments by name; what was given before may not be given again. */
  void named(Map<String, Expression> arguments, Frame frame) throws EvaluationException {
    for (Map.Entry<String, Expression> argument : arguments.entrySet()) {
      Span span = argument.getValue().span();
      Callee.Formal formal = callee.formal(argument.getKey());
      if (formal == null) {
        throw new EvaluationException(
            Code.E125,
            span,
            callee.word() + " has no parameter " + argument.getKey(),
            callee.formals().isEmpty()
                ? callee.word() + " takes no arguments"
                : Suggestion.help(argument.getKey(), callee.names(), "it has"));
      }
      if (written.containsKey(formal.name())) {
        throw new EvaluationException(
            Code.E128,
            span,
            "%s of %s is given already: %s"
                .formatted(formal.name(), callee.word(), written.get(formal.name()).span().text()),
            "leave one of them out");
      }
      give(formal, argument.getValue(), frame);
    }
  }

  /** Adds arguments by position: they fill what remains. */
  void positional(List<Expression> arguments, Frame frame) throws EvaluationException {
    List<Callee.Formal> open =
        callee.positional().stream().filter(f -> !written.containsKey(f.name())).toList();
    if (arguments.size() > open.size()) {
      throw new EvaluationException(
          Code.E126,
          arguments.get(open.size()).span(),
          "%s has %d parameter%s left to give, but gets %d argument%s"
              .formatted(
                  callee.word(),
                  open.size(),
                  open.size() == 1 ? "" : "s",
                  arguments.size(),
                  arguments.size() == 1 ? "" : "s"),
          "it is " + callee.signature());
    }
    for (int i = 0; i < arguments.size(); i++) {
      give(open.get(i), arguments.get(i), frame);
    }
  }

  private void give(Callee.Formal formal, Expression argument, Frame frame)
      throws EvaluationException {
    written.put(formal.name(), argument);
    if (formal.type() == Type.VALUE) {
      if (!(argument instanceof ValueExpression value)) {
        throw new EvaluationException(
            Code.E208,
            argument.span(),
            "%s of %s needs a bound value, but %s is none"
                .formatted(formal.name(), callee.word(), argument.span().text()),
            "bind it first: let x = conv(C);");
      }
      Node node = frame.value(value);
      failed |= node == null;
      if (node != null) {
        nodes.put(formal.name(), node);
      }
      return;
    }
    values.put(formal.name(), frame.evaluator().evaluate(argument));
  }

  /** Checks that nothing is missing. */
  void requireAll(Span use) throws EvaluationException {
    String missing =
        callee.formals().stream()
            .filter(f -> !f.optional() && !written.containsKey(f.name()))
            .map(Callee.Formal::name)
            .collect(Collectors.joining(" and "));
    if (!missing.isEmpty()) {
      throw new EvaluationException(
          Code.E127, use, callee.word() + " needs " + missing, "it is " + callee.signature());
    }
  }
}
