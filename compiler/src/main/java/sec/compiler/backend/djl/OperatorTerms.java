package sec.compiler.backend.djl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sec.compiler.model.Element;
import sec.compiler.operators.Axis;
import sec.compiler.operators.Operator;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Rational;
import sec.compiler.values.Value;

/** The arguments of an operator as Java says them, the table's defaults for what is not given. */
final class OperatorTerms {
  private final Operator operator;
  private final Map<String, Term> given = new LinkedHashMap<>();

  OperatorTerms(Element.OperatorUse use, Terms terms) {
    this(use.operator(), use.arguments(), terms);
  }

  OperatorTerms(Element.Merge merge, Terms terms) {
    this(merge.operator(), merge.arguments(), terms);
  }

  /** Arguments that are said already. */
  static OperatorTerms of(Operator operator, Map<String, Term> arguments) {
    OperatorTerms terms = new OperatorTerms(operator, Map.of());
    terms.given.putAll(arguments);
    return terms;
  }

  private OperatorTerms(Operator operator, Map<String, Expression> arguments, Terms terms) {
    this.operator = operator;
    for (Map.Entry<String, Expression> argument : arguments.entrySet()) {
      given.put(argument.getKey(), terms.of(argument.getValue()));
    }
  }

  /** Arguments that are all known. */
  OperatorTerms(Operator operator, Map<String, Value> values) {
    this.operator = operator;
    values.forEach((name, value) -> given.put(name, Terms.of(value)));
  }

  private Term term(String name) {
    Term term = given.get(name);
    if (term != null && !(term instanceof Term.Nothing)) {
      return term;
    }
    String fallback = fallback(name);
    return switch (fallback) {
      case "none" -> new Term.Nothing();
      case "true", "false" -> Term.Truth.of(Boolean.parseBoolean(fallback));
      default -> {
        if (fallback.startsWith("\"")) {
          String text = fallback.substring(1, fallback.length() - 1);
          yield new Term.Text(fallback, text, Set.of());
        }
        Rational number = Rational.parse(fallback);
        yield new Term.Quotient(Whole.of(number.numerator()), Whole.of(number.denominator()));
      }
    };
  }

  private String fallback(String name) {
    return operator.parameters().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow()
        .fallback();
  }

  boolean has(String name) {
    return !(term(name) instanceof Term.Nothing);
  }

  /** A string that decides what is written, so that it must be known. */
  String text(String name) {
    if (term(name) instanceof Term.Text text && text.constant() != null) {
      return text.constant();
    }
    throw new NotOneClassException(name + " of " + operator.word() + " is a parameter");
  }

  Axis axis(String name) {
    return Axis.valueOf(text(name));
  }

  Whole whole(String name) {
    return Terms.number(term(name), name).whole();
  }

  Term.Real real(String name) {
    return Terms.real(term(name));
  }

  Term.Truth truth(String name) {
    if (term(name) instanceof Term.Truth truth) {
      return truth;
    }
    throw new NotOneClassException(name + " is no condition");
  }

  /** The name of the initialiser; empty where it is the default. */
  Optional<Term> initializer() {
    Term term = given.get("init");
    if (term == null || term instanceof Term.Nothing) {
      return Optional.empty();
    }
    if (term instanceof Term.Text text) {
      return fallback("init").equals(text.text()) ? Optional.empty() : Optional.of(text);
    }
    throw new NotOneClassException("the initialiser is no string");
  }

  /** One number, or each of a list. */
  List<Whole> parts(String name) {
    return switch (term(name)) {
      case Term.Quotient one -> List.of(one.whole());
      case Term.Items items ->
          items.items().stream().map(item -> Terms.number(item, name).whole()).toList();
      default ->
          throw new NotOneClassException(name + " of " + operator.word() + " is a parameter");
    };
  }

  /** Height and width of a size. */
  Whole[] size(String name) {
    return switch (term(name)) {
      case Term.Quotient both -> new Whole[] {both.whole(), both.whole()};
      case Term.Items pair ->
          new Whole[] {
            Terms.number(pair.items().get(0), name).whole(),
            Terms.number(pair.items().get(1), name).whole()
          };
      case Term.Variable variable when !variable.perhaps() ->
          new Whole[] {part(variable, 0), part(variable, 1)};
      default -> throw new NotOneClassException(name + " is no size");
    };
  }

  private static Whole part(Term.Variable shape, int axis) {
    return new Whole(
        "(int) " + shape.text() + ".get(" + axis + ")",
        Whole.Precedence.PRODUCT,
        null,
        shape.names());
  }

  /** The stride of a pool: its window when not given. */
  Whole[] poolStride() {
    return term("stride") instanceof Term.Nothing ? size("k") : size("stride");
  }

  /** The padding: floor((k-1)/2) * dilation when not given. */
  Whole[] padding(boolean dilated) {
    Term given = term("pad");
    if (given instanceof Term.Variable pad && pad.perhaps()) {
      Whole[] otherwise = standardPadding(dilated);
      Whole[] choice = new Whole[2];
      for (int i = 0; i < 2; i++) {
        choice[i] = otherwise[i].choice(pad.text() + " == null", pad.names(), part(pad, i));
      }
      return choice;
    }
    return given instanceof Term.Nothing ? standardPadding(dilated) : size("pad");
  }

  /** The variable that holds the padding, where that may be not given. */
  Optional<Term.Variable> optionalPadding() {
    return term("pad") instanceof Term.Variable pad && pad.perhaps()
        ? Optional.of(pad)
        : Optional.empty();
  }

  Whole[] standardPadding(boolean dilated) {
    Whole[] kernel = size("k");
    Whole[] dilation = dilated ? size("dilation") : new Whole[] {Whole.ONE, Whole.ONE};
    Whole[] pad = new Whole[2];
    for (int i = 0; i < 2; i++) {
      pad[i] = kernel[i].minus(Whole.ONE).over(Whole.of(2)).times(dilation[i]);
    }
    return pad;
  }
}
