package sec.compiler.operators;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.values.Rational;
import sec.compiler.values.Type;
import sec.compiler.values.Value;

/**
 * The arguments of one use of an operator: what was given, and the table's defaults for the rest.
 */
public final class Arguments {
  private final Operator operator;
  private final Map<String, Value> given;
  private final Map<String, String> written;

  /**
   * Makes the arguments of a use.
   *
   * @param operator whose they are
   * @param given values by parameter name
   * @param written the text of each given argument, for messages
   */
  public Arguments(Operator operator, Map<String, Value> given, Map<String, String> written) {
    this.operator = operator;
    this.given = new LinkedHashMap<>(given);
    this.written = Map.copyOf(written);
  }

  /** The value of a parameter, its default when not given; the type is checked. */
  public Value value(String name) throws ShapeException {
    Operator.Parameter parameter =
        operator.parameters().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    Value value = given.get(name);
    if (value == null && !parameter.isOptional()) {
      throw new ShapeException(
          Code.E127, operator.word() + " needs " + name, "it is " + operator.signature());
    }
    if (value == null) {
      return fallback(parameter);
    }
    if (value == Value.None.NONE && parameter.isOptional()) {
      return fallback(parameter);
    }
    if (value == Value.None.NONE || !accepts(parameter, value)) {
      throw wrongType(parameter, value);
    }
    return value;
  }

  private static boolean accepts(Operator.Parameter parameter, Value value) {
    if (parameter.list() && value instanceof Value.Items items) {
      return items.items().stream().allMatch(parameter.type()::accepts);
    }
    return parameter.type().accepts(value);
  }

  private ShapeException wrongType(Operator.Parameter parameter, Value value) {
    String text = written.getOrDefault(parameter.name(), value.toString());
    boolean literal = text.equals(value.toString());
    String shown = literal ? text : text + " = " + value;
    boolean inexact =
        (parameter.type() == Type.INTEGER || parameter.type() == Type.SIZE)
            && value instanceof Value.Number number
            && !number.value().isWhole();
    if (inexact) {
      return new ShapeException(
          Code.E201,
          "%s needs a whole number for %s, but %s"
              .formatted(operator.word(), parameter.name(), literal ? "it is " + text : shown),
          "round it: ceil(%1$s), max(floor(%1$s), 1) or round_to(%1$s, 8)".formatted(text));
    }
    return new ShapeException(
        Code.E208,
        "%s needs %s for %s, but %s is %s"
            .formatted(
                operator.word(),
                parameter.type().description() + (parameter.list() ? ", or a list of such," : ""),
                parameter.name(),
                shown,
                value.kind()),
        null);
  }

  private static Value fallback(Operator.Parameter parameter) {
    String text = parameter.fallback();
    if (text.equals("none")) {
      return Value.None.NONE;
    }
    return switch (parameter.type()) {
      case BOOLEAN -> new Value.Truth(Boolean.parseBoolean(text));
      case STRING -> new Value.Text(text.substring(1, text.length() - 1));
      default -> new Value.Number(Rational.parse(text));
    };
  }

  /** A whole number of at least {@code least}. */
  int integer(String name, int least) throws ShapeException {
    return bounded(name, value(name), least);
  }

  /** An odd number of at least 1. */
  int odd(String name) throws ShapeException {
    int number = integer(name, 1);
    if (number % 2 == 0) {
      throw new ShapeException(
          Code.E207,
          "%s needs an odd %s, so that it has a middle, but it is %d"
              .formatted(operator.word(), name, number),
          "write %d or %d".formatted(number - 1, number + 1));
    }
    return number;
  }

  private int bounded(String name, Value value, int least) throws ShapeException {
    Rational number = ((Value.Number) value).value();
    if (!number.isInt() || number.intValueExact() < least) {
      throw new ShapeException(
          Code.E207,
          "%s needs %s of at least %d%s, but it is %s"
              .formatted(
                  operator.word(), name, least, number.isInt() ? "" : " and below 2^31", number),
          atLeast(name, number, least));
    }
    return number.intValueExact();
  }

  /** Help for what is computed; what is written as a number needs none. */
  private @Nullable String atLeast(String name, Rational number, int least) {
    String text = written.getOrDefault(name, name);
    boolean below = number.compareTo(Rational.of(least)) < 0;
    return below && !text.equals(number.toString())
        ? "max(" + text + ", " + least + ") keeps it there"
        : null;
  }

  /** Height and width; both the same when one number was given. */
  int[] size(String name, int least) throws ShapeException {
    Value value = value(name);
    if (value instanceof Value.Items pair) {
      return new int[] {
        bounded(name, pair.items().get(0), least), bounded(name, pair.items().get(1), least)
      };
    }
    int both = bounded(name, value, least);
    return new int[] {both, both};
  }

  /** Whether a parameter that may be none has a value. */
  boolean has(String name) throws ShapeException {
    return value(name) != Value.None.NONE;
  }

  /** A number from {@code least} up to, not including, {@code limit}. */
  double real(String name, double least, double limit) throws ShapeException {
    double number = ((Value.Number) value(name)).value().doubleValue();
    if (!(number >= least && number < limit)) {
      throw new ShapeException(
          Code.E207,
          "%s needs %s from %s up to below %s, but it is %s"
              .formatted(operator.word(), name, plain(least), plain(limit), plain(number)),
          null);
    }
    return number;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** A number. */
  double real(String name) throws ShapeException {
    return ((Value.Number) value(name)).value().doubleValue();
  }

  /** A truth value. */
  boolean flag(String name) throws ShapeException {
    return ((Value.Truth) value(name)).value();
  }

  /** One number at least {@code least}, or a list of such. */
  List<Integer> parts(String name, int least) throws ShapeException {
    Value value = value(name);
    List<Value> items = value instanceof Value.Items several ? several.items() : List.of(value);
    List<Integer> parts = new ArrayList<>();
    for (Value item : items) {
      parts.add(bounded(name, item, least));
    }
    return parts;
  }

  /** Whether a list was given. */
  boolean isList(String name) throws ShapeException {
    return value(name) instanceof Value.Items;
  }

  /** One of {@code allowed}. */
  String word(String name, List<String> allowed) throws ShapeException {
    String text = ((Value.Text) value(name)).value();
    if (!allowed.contains(text)) {
      throw new ShapeException(
          Code.E207,
          "%s knows no %s \"%s\"".formatted(operator.word(), name, text),
          "there are " + allowed.stream().map(w -> '"' + w + '"').collect(joining(", ")));
    }
    return text;
  }

  /** An axis that a value of shape {@code in} has. */
  Axis axis(String name, Shape in) throws ShapeException {
    Axis axis = Axis.valueOf(word(name, Axis.NAMES));
    if (axis.index() >= in.rank()) {
      throw new ShapeException(
          Code.E203,
          "%s along %s needs a feature map, but gets %s"
              .formatted(operator.word(), axis, in.described()),
          "the axis of a vector is \"C\"");
    }
    return axis;
  }

  /** An initialiser's name. */
  String initializer(String name) throws ShapeException {
    String text = ((Value.Text) value(name)).value();
    if (!Initializer.NAMES.contains(text)) {
      throw new ShapeException(
          Code.E207,
          "%s knows no initialiser \"%s\"".formatted(operator.word(), text),
          "there are " + String.join(", ", Initializer.NAMES));
    }
    return text;
  }
}
