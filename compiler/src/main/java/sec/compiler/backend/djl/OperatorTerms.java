package sec.compiler.backend.djl;

import java.util.LinkedHashMap;
import java.util.Map;
import sec.compiler.model.Element;
import sec.compiler.operators.Operator;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Rational;

/** The arguments of an operator as Java says them, the table's defaults for what is not given. */
final class OperatorTerms {
  private final Operator operator;
  private final Map<String, Term> given = new LinkedHashMap<>();

  OperatorTerms(Element.OperatorUse use, Terms terms) {
    this.operator = use.operator();
    for (Map.Entry<String, Expression> argument : use.arguments().entrySet()) {
      given.put(argument.getKey(), terms.of(argument.getValue()));
    }
  }

  private Term term(String name) {
    Term term = given.get(name);
    if (term != null && !(term instanceof Term.Nothing)) {
      return term;
    }
    String fallback =
        operator.parameters().stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow()
            .fallback();
    return switch (fallback) {
      case "none" -> new Term.Nothing();
      case "true", "false" -> Term.Truth.of(Boolean.parseBoolean(fallback));
      default -> {
        Rational number = Rational.parse(fallback);
        yield new Term.Quotient(Whole.of(number.numerator()), Whole.of(number.denominator()));
      }
    };
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

  /** Height and width of a size. */
  Whole[] size(String name) {
    return switch (term(name)) {
      case Term.Quotient both -> new Whole[] {both.whole(), both.whole()};
      case Term.Items pair ->
          new Whole[] {
            Terms.number(pair.items().get(0), name).whole(),
            Terms.number(pair.items().get(1), name).whole()
          };
      case Term.Variable variable -> new Whole[] {part(variable, 0), part(variable, 1)};
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
    if (!(term("pad") instanceof Term.Nothing)) {
      return size("pad");
    }
    Whole[] kernel = size("k");
    Whole[] dilation = dilated ? size("dilation") : new Whole[] {Whole.ONE, Whole.ONE};
    Whole[] pad = new Whole[2];
    for (int i = 0; i < 2; i++) {
      pad[i] = kernel[i].minus(Whole.ONE).over(Whole.of(2)).times(dilation[i]);
    }
    return pad;
  }
}
