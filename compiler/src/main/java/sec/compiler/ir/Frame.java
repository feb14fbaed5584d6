package sec.compiler.ir;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.model.BlockExpression;
import sec.compiler.model.Definition;
import sec.compiler.model.Element;
import sec.compiler.model.Local;
import sec.compiler.model.Parameter;
import sec.compiler.model.Share;
import sec.compiler.model.ValueExpression;
import sec.compiler.operators.Shape;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Value;

/**
 * What names mean inside one use of a block, net or slot content: parameters, the sizes at its
 * entry, bound values. Defaults are computed when they are needed.
 */
final class Frame implements Evaluator.Names {
  private final List<Parameter> parameters;
  private final Map<String, Value> values;
  private final @Nullable Shape entry;
  private final @Nullable Frame outer;
  private final Work work;
  private final IdentityHashMap<Local, Node> locals = new IdentityHashMap<>(2);

  private final Map<String, Local> localNames = new HashMap<>();

  /** The paths of shares. */
  private final IdentityHashMap<Share, String> shares = new IdentityHashMap<>(2);

  /** What the slot tells what stands in it, where this is that. */
  private @Nullable Frame told;

  /** What {@code default} means; null where it has no meaning. */
  private @Nullable Standing standing;

  private Frame(
      List<Parameter> parameters,
      Map<String, Value> values,
      @Nullable Shape entry,
      @Nullable Frame outer,
      Work work) {
    this.outer = outer;
    this.work = work;
    this.parameters = parameters;
    this.values = new LinkedHashMap<>(values);
    this.entry = entry;
  }

  /**
   * What stood in a slot before something was put there.
   *
   * @param line the line that put something there
   * @param choice what stood there before
   * @param use the slot and where it is used
   */
  record Standing(int line, Fillings.Choice choice, SlotUse use) {}

  /** Inside a use of {@code definition} with these arguments on a value of this shape. */
  static Frame of(
      Definition definition, Map<String, Value> arguments, @Nullable Shape entry, Work work) {
    return new Frame(definition.parameters(), arguments, entry, null, work);
  }

  /** Inside a use of a block that is also given values of the network. */
  static Frame of(Definition definition, Given given, Shape entry, Work work) {
    Frame frame = of(definition, given.values(), entry, work);
    for (Parameter parameter : definition.parameters()) {
      Node node = given.nodes().get(parameter.name());
      if (node != null && parameter.local() != null) {
        frame.bind(parameter.local(), node);
      }
    }
    return frame;
  }

  /** Inside a block value: the names of where it was written, the sizes of where it is used. */
  Frame content(Shape entry) {
    return new Frame(List.of(), Map.of(), entry, this, work);
  }

  /** Inside what stands in a slot: what the slot tells, and the names of where it was written. */
  Frame slot(SlotUse use) {
    Shape entry = use.entry().shape();
    Frame frame = new Frame(List.of(), Map.of(), entry, this, work);
    frame.told = new Frame(use.slot().parameters(), use.told(), entry, use.around(), work);
    return frame;
  }

  /** Inside one round of a loop. */
  Frame with(Map<String, Value> more) {
    return new Frame(List.of(), more, null, this, work);
  }

  /** The names that a line of a variant sees. */
  static Frame line(Map<String, Value> values, Work work) {
    return new Frame(List.of(), values, null, null, work);
  }

  void stands(Standing before) {
    this.standing = before;
  }

  @Nullable Standing standing() {
    return standing != null || outer == null ? standing : outer.standing();
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
    Parameter parameter = declared(name);
    if (parameter != null) {
      return fallback(parameter);
    }
    if (told != null && told.declared(name) != null) {
      return told.find(name);
    }
    int dot = name.indexOf('.');
    if (dot > 0) {
      Node bound = bound(name.substring(0, dot));
      if (bound != null) {
        return size(bound.shape(), name.substring(dot + 1));
      }
    }
    return outer == null ? null : outer.find(name);
  }

  private @Nullable Parameter declared(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
  }

  private @Nullable Value fallback(Parameter parameter) throws EvaluationException {
    if (parameter.fallback() == null) {
      return null;
    }
    Value value = evaluator().evaluate(parameter.fallback());
    ParameterTypes.check(parameter, value, parameter.fallback());
    values.put(parameter.name(), value);
    return value;
  }

  private @Nullable Node bound(String local) {
    Local named = localNames.get(local);
    return named == null ? null : locals.get(named);
  }

  private static @Nullable Value size(Shape shape, String size) {
    return switch (size) {
      case "C" -> Value.Number.of(shape.channels());
      case "H" -> shape.isMap() ? Value.Number.of(shape.height()) : null;
      default -> shape.isMap() ? Value.Number.of(shape.width()) : null;
    };
  }

  @Override
  public Value resolved(Expression.Resolved expression) throws EvaluationException {
    if (expression instanceof BlockExpression block) {
      // A parameter handed on as it is stays the value it has, and its path one step.
      if (block.element() instanceof Element.ParameterUse use
          && use.positional().isEmpty()
          && use.named().isEmpty()) {
        Value value = find(use.name());
        if (value != null) {
          return value;
        }
      }
      return new BlockValue(block, this);
    }
    throw new EvaluationException(
        Code.E208,
        expression.span(),
        expression.span().text()
            + " is a value of the network; an argument here is a number, a list or a block",
        "its sizes are %1$s.C, %1$s.H, %1$s.W".formatted(expression.span().text()));
  }

  void bind(Local local, Node node) {
    // Names are not bound twice where both are seen, so the later one of a name is the one meant.
    Local before = localNames.put(local.name(), local);
    if (before != null) {
      locals.remove(before);
    }
    locals.put(local, node);
  }

  @Nullable Node local(Local local) {
    Node node = locals.get(local);
    return node != null || outer == null ? node : outer.local(local);
  }

  void share(Share share, String path) {
    shares.put(share, path);
  }

  /** The path of a share; null when its declaration failed. */
  @Nullable String path(Share share) {
    String path = shares.get(share);
    return path != null || outer == null ? path : outer.path(share);
  }

  /** What parameters turned out to be, as far as they were needed. */
  Map<String, Value> values() {
    return values;
  }

  Work work() {
    return work;
  }

  Evaluator evaluator() {
    return new Evaluator(this, work);
  }

  /** The value that {@code argument} names, if it names one; null when its computation failed. */
  @Nullable Node value(ValueExpression argument) {
    return local(argument.local());
  }
}
