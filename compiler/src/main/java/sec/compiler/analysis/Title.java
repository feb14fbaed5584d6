package sec.compiler.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sec.compiler.ir.Instance;
import sec.compiler.model.Parameter;
import sec.compiler.model.Template;
import sec.compiler.operators.Operator;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Rational;
import sec.compiler.values.Type;
import sec.compiler.values.Value;

/** What an instance is called in tables and pictures: its word, and what its use gives. */
final class Title {
  private static final int LONGEST = 24;
  private static final int LONGEST_LIST = 40;
  private static final String CUT = "…";
  private static final String WINDOW = "k";

  private Title() {}

  static String of(Instance instance) {
    Template block = instance.block();
    if (instance.kind() == Instance.Kind.OPERATOR) {
      return operator(instance);
    }
    return block == null ? instance.word() : use(instance, block);
  }

  /** {@code Bottleneck(128, stride = 2)}: what must be given by position, the rest by name. */
  private static String use(Instance instance, Template block) {
    List<String> shown = new ArrayList<>();
    boolean positional = true;
    for (Parameter parameter : block.parameters()) {
      positional &= parameter.fallback() == null;
      Value value = instance.arguments().get(parameter.name());
      Expression fallback = parameter.fallback();
      boolean tells = fallback == null || !fallback.span().text().equals(String.valueOf(value));
      if (value != null && tells && instance.given().contains(parameter.name())) {
        shown.add((positional ? "" : parameter.name() + " = ") + text(value));
      }
    }
    while (String.join(", ", shown).length() > LONGEST_LIST) {
      shown.removeLast();
      shown.set(shown.size() - 1, CUT);
    }
    return instance.word() + (shown.isEmpty() ? "" : "(" + String.join(", ", shown) + ")");
  }

  /** {@code conv 3×3, 64, stride 2}, as papers have it. */
  private static String operator(Instance instance) {
    Operator operator = instance.operator();
    if (operator == null) {
      return instance.word();
    }
    Optional<String> window = window(operator, instance);
    List<String> more = new ArrayList<>();
    for (Map.Entry<String, Value> argument : instance.arguments().entrySet()) {
      String name = argument.getKey();
      Value value = argument.getValue();
      if (name.equals("out")) {
        more.addFirst(text(value));
      } else if (!isDefault(operator, name, value)
          && !(name.equals(WINDOW) && window.isPresent())) {
        more.add(argument(name, value));
      }
    }
    window.ifPresent(size -> more.addFirst(size));
    String rest = more.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    return instance.word() + (rest.isEmpty() ? "" : " " + rest);
  }

  /** The size of the window of a convolution or pool of maps, given or not. */
  private static Optional<String> window(Operator operator, Instance instance) {
    Value given = instance.arguments().get(WINDOW);
    return operator.parameters().stream()
        .filter(parameter -> parameter.name().equals(WINDOW) && parameter.type() == Type.SIZE)
        .findFirst()
        .flatMap(parameter -> size(given == null ? number(parameter.fallback()) : given));
  }

  private static Value number(String literal) {
    return new Value.Number(Rational.parse(literal));
  }

  /** What is given as it would be anyway tells nothing. */
  private static boolean isDefault(Operator operator, String name, Value value) {
    String fallback =
        operator.parameters().stream()
            .filter(parameter -> parameter.name().equals(name))
            .map(Operator.Parameter::fallback)
            .findFirst()
            .orElse("");
    if (value instanceof Value.Number number && fallback.matches("[0-9].*")) {
      return number.value().equals(Rational.parse(fallback));
    }
    return fallback.equals(value.toString());
  }

  private static String argument(String name, Value value) {
    return switch (value) {
      case Value.None ignored -> "";
      case Value.Truth truth -> truth.value() ? name : "no " + name;
      case Value.Items ignored -> name + " " + size(value).orElse(text(value));
      default -> name + " " + text(value);
    };
  }

  /** A window: {@code 3×3} for 3 and for [3, 3]. */
  private static Optional<String> size(Value value) {
    return switch (value) {
      case Value.Number number -> Optional.of(number + "×" + number);
      case Value.Items items when items.items().size() == 2 ->
          Optional.of(items.items().getFirst() + "×" + items.items().getLast());
      default -> Optional.empty();
    };
  }

  private static String text(Value value) {
    boolean fraction = value instanceof Value.Number number && !number.value().isWhole();
    String text =
        fraction
            ? Double.toString(((Value.Number) value).value().doubleValue())
            : value.toString().replaceAll("\\s+", " ");
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + CUT;
  }
}
