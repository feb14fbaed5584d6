package sec.compiler.backend.djl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sec.compiler.model.MathFunction;
import sec.compiler.values.Rational;

/** Says the functions of the language in Java. */
final class Functions {
  private Functions() {}

  static Term call(MathFunction function, List<Term> arguments, String written) {
    return switch (function) {
      case LEN -> length(arguments.getFirst());
      case SUM, MIN, MAX ->
          arguments.getFirst() instanceof Term.Variable list
              ? ofList(function, list)
              : ofAll(function, arguments, written);
      case FLOOR -> rounded(arguments.getFirst(), "Math.floorDiv", "Math.floor", written);
      case CEIL -> rounded(arguments.getFirst(), "Math.ceilDiv", "Math.ceil", written);
      case ROUND -> round(arguments.getFirst(), written);
      case ROUND_TO -> roundTo(arguments, written);
      case LOG2 -> log2(arguments.getFirst());
      case ZIP -> zip(arguments, written);
    };
  }

  private static Term zip(List<Term> lists, String written) {
    List<List<Term>> known = new ArrayList<>();
    for (Term list : lists) {
      if (!(list instanceof Term.Items items)) {
        throw new NotOneClassException("a list in " + written + " is a parameter");
      }
      known.add(items.items());
    }
    List<Term> places = new ArrayList<>();
    for (int i = 0; i < known.getFirst().size(); i++) {
      int place = i;
      places.add(new Term.Items(known.stream().map(items -> items.get(place)).toList()));
    }
    return new Term.Items(places);
  }

  private static Term log2(Term value) {
    if (value instanceof Term.Quotient number && number.names().isEmpty()) {
      Rational exact = number.constant();
      boolean power = exact.isWhole() && exact.numerator().bitCount() == 1;
      return power
          ? Term.Quotient.of(exact.numerator().bitLength() - 1)
          : Term.Real.of(StrictMath.log(exact.doubleValue()) / StrictMath.log(2));
    }
    Term.Real real = Terms.real(value);
    return new Term.Real("Math.log(" + real.text() + ") / Math.log(2)", real.names());
  }

  private static Term length(Term list) {
    return list instanceof Term.Items items
        ? Term.Quotient.of(items.items().size())
        : Term.Quotient.of(
            new Whole(list.text() + ".length", Whole.Precedence.ATOM, null, list.names()));
  }

  private static Term ofAll(MathFunction function, List<Term> arguments, String written) {
    return switch (function) {
      case MIN -> extreme("Math.min", arguments, written);
      case MAX -> extreme("Math.max", arguments, written);
      default -> all(arguments, written).stream().reduce(Term.Quotient.of(0), Term.Quotient::plus);
    };
  }

  /** A function of a list that is a variable. */
  private static Term ofList(MathFunction function, Term.Variable list) {
    String end = function == MathFunction.SUM ? "sum()" : function.word() + "().getAsInt()";
    return Term.Quotient.of(
        new Whole(
            "java.util.stream.IntStream.of(" + list.text() + ")." + end,
            Whole.Precedence.ATOM,
            null,
            list.names()));
  }

  private static List<Term.Quotient> all(List<Term> arguments, String written) {
    List<Term> terms =
        arguments.size() == 1 && arguments.getFirst() instanceof Term.Items items
            ? items.items()
            : arguments;
    List<Term.Quotient> numbers = new ArrayList<>();
    terms.forEach(term -> numbers.add(Terms.number(term, written)));
    return numbers;
  }

  private static Term.Quotient extreme(String method, List<Term> arguments, String written) {
    List<Term.Quotient> numbers = all(arguments, written);
    Term.Quotient result = numbers.getFirst();
    for (Term.Quotient other : numbers.subList(1, numbers.size())) {
      Whole a = result.numerator().times(other.denominator());
      Whole b = other.numerator().times(result.denominator());
      Whole chosen;
      if (a.constant() != null && b.constant() != null) {
        boolean smaller = a.constant().compareTo(b.constant()) < 0;
        chosen = smaller == method.endsWith("min") ? a : b;
      } else {
        chosen = Whole.call(method, a, b);
      }
      result = new Term.Quotient(chosen, result.denominator().times(other.denominator()));
    }
    return result;
  }

  private static Term.Quotient rounded(
      Term value, String wholeMethod, String realMethod, String written) {
    if (value instanceof Term.Real real) {
      return Term.Quotient.of(
          new Whole(
              "(int) " + realMethod + "(" + real.text() + ")",
              Whole.Precedence.PRODUCT,
              null,
              real.names()));
    }
    Term.Quotient number = Terms.number(value, written);
    if (number.isWhole()) {
      return number;
    }
    Whole a = number.numerator();
    Whole b = number.denominator();
    if (a.constant() != null && b.constant() != null) {
      Rational exact = new Rational(a.constant(), b.constant());
      return Term.Quotient.of(
          Whole.of((realMethod.endsWith("floor") ? exact.floor() : exact.ceil()).numerator()));
    }
    return Term.Quotient.of(Whole.call(wholeMethod, a, b));
  }

  private static Term.Quotient round(Term value, String written) {
    if (value instanceof Term.Real real) {
      return rounded(
          new Term.Real(real.text() + " + 0.5", real.names()), "", "Math.floor", written);
    }
    Term.Quotient half = new Term.Quotient(Whole.ONE, Whole.of(2));
    return rounded(Terms.number(value, written).plus(half), "Math.floorDiv", "Math.floor", written);
  }

  /** The rule of {@link MathFunction#ROUND_TO}: in Java a method that every block inherits. */
  private static Term.Quotient roundTo(List<Term> arguments, String written) {
    Term.Quotient value = Terms.number(arguments.get(0), written);
    Whole step = Terms.number(arguments.get(1), written).whole();
    Term.Quotient steps = round(value.over(Term.Quotient.of(step)), written);
    Whole near = extreme("Math.max", List.of(steps, Term.Quotient.of(1)), written).whole();
    Whole rounded = near.times(step);
    Whole tenTimes = rounded.times(Whole.of(10)).times(value.denominator());
    Whole nineTimes = value.numerator().times(Whole.of(9));
    if (tenTimes.constant() != null && nineTimes.constant() != null) {
      boolean small = tenTimes.constant().compareTo(nineTimes.constant()) < 0;
      return Term.Quotient.of(small ? rounded.plus(step) : rounded);
    }
    Set<String> used = new TreeSet<>(tenTimes.names());
    used.addAll(nineTimes.names());
    String text =
        "roundTo(%s, %s, %s)"
            .formatted(value.numerator().text(), value.denominator().text(), step.text());
    return Term.Quotient.of(new Whole(text, Whole.Precedence.ATOM, null, used));
  }
}
