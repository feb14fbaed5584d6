package sec.compiler.ir;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Definition;
import sec.compiler.model.Local;
import sec.compiler.model.Parameter;
import sec.compiler.operators.Shape;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Value;

/**
 * What names mean inside one use of a block, net or slot content: parameters, the sizes at its
 * entry, bound values. Defaults are computed when they are needed.
 */
final class Frame implements Evaluator.Names {
  private final @Nullable Definition definition;
  private final Map<String, Value> values;
  private final @Nullable Shape entry;
  private final @Nullable Frame outer;
  private final IdentityHashMap<Local, Node> locals = new IdentityHashMap<>();

  private Frame(
      @Nullable Definition definition,
      Map<String, Value> values,
      @Nullable Shape entry,
      @Nullable Frame outer) {
    this.outer = outer;
    this.definition = definition;
    this.values = new LinkedHashMap<>(values);
    this.entry = entry;
  }

  /** Inside a use of {@code definition} with these arguments on a value of this shape. */
  static Frame of(Definition definition, Map<String, Value> arguments, @Nullable Shape entry) {
    return new Frame(definition, arguments, entry, null);
  }

  /** Inside what stands in a slot: the names of where it was written, the sizes of the slot. */
  Frame content(Shape entry) {
    return new Frame(null, Map.of(), entry, this);
  }

  /** Inside what a variant puts: its values, the sizes of the slot. */
  static Frame put(Map<String, Value> values, Shape entry) {
    return new Frame(null, values, entry, null);
  }

  @Override
  public @Nullable Value find(String name) throws EvaluationException {
    Value value = values.get(name);
    if (value != null) {
      return value;
    }
    if (entry != null) {
      switch (name) {
        case "C" -> {
          return Value.Number.of(entry.channels());
        }
        case "H" -> {
          return entry.isMap() ? Value.Number.of(entry.height()) : null;
        }
        case "W" -> {
          return entry.isMap() ? Value.Number.of(entry.width()) : null;
        }
        default -> {}
      }
    }
    int dot = name.indexOf('.');
    if (dot > 0) {
      return size(name.substring(0, dot), name.substring(dot + 1));
    }
    return outer == null ? fallback(name) : outer.find(name);
  }

  private @Nullable Value fallback(String name) throws EvaluationException {
    Parameter parameter = definition == null ? null : definition.parameter(name).orElse(null);
    if (parameter == null || parameter.fallback() == null) {
      return null;
    }
    Value value = new Evaluator(this).evaluate(parameter.fallback());
    ParameterTypes.check(parameter, value, parameter.fallback());
    values.put(name, value);
    return value;
  }

  private @Nullable Value size(String local, String size) {
    for (Map.Entry<Local, Node> bound : locals.entrySet()) {
      if (bound.getKey().name().equals(local)) {
        Shape shape = bound.getValue().shape();
        return switch (size) {
          case "C" -> Value.Number.of(shape.channels());
          case "H" -> shape.isMap() ? Value.Number.of(shape.height()) : null;
          default -> shape.isMap() ? Value.Number.of(shape.width()) : null;
        };
      }
    }
    return null;
  }

  void bind(Local local, Node node) {
    // Names are not bound twice where both are seen, so the later one of a name is the one meant.
    locals.keySet().removeIf(other -> other.name().equals(local.name()));
    locals.put(local, node);
  }

  @Nullable Node local(Local local) {
    return locals.get(local);
  }

  @Nullable Shape entry() {
    return entry;
  }

  /** What parameters turned out to be, as far as they were needed. */
  Map<String, Value> values() {
    return values;
  }

  Evaluator evaluator() {
    return new Evaluator(this);
  }

  /** Computes the arguments of a use, checked against the parameters they are for. */
  Map<String, Value> arguments(Definition callee, Map<String, Expression> given)
      throws EvaluationException {
    Map<String, Value> arguments = new LinkedHashMap<>();
    for (Map.Entry<String, Expression> argument : given.entrySet()) {
      Value value = evaluator().evaluate(argument.getValue());
      Parameter parameter = callee.parameter(argument.getKey()).orElse(null);
      if (parameter != null) {
        ParameterTypes.check(parameter, value, argument.getValue());
      }
      arguments.put(argument.getKey(), value);
    }
    return arguments;
  }
}
