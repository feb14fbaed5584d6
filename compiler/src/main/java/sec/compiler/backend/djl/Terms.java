package sec.compiler.backend.djl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.MathFunction;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Rational;
import sec.compiler.values.Value;

/** Says expressions of the language in Java. */
final class Terms {
  private final Function<String, @Nullable Term> names;

  /** Makes a translator; {@code names} gives parameters, sizes, and sizes of bound values. */
  Terms(Function<String, @Nullable Term> names) {
    this.names = names;
  }

  static Term of(Value value) {
    return switch (value) {
      case Value.Number number ->
          new Term.Quotient(
              Whole.of(number.value().numerator()), Whole.of(number.value().denominator()));
      case Value.Truth truth -> Term.Truth.of(truth.value());
      case Value.Text text -> new Term.Text(quoted(text.value()), text.value(), Set.of());
      case Value.Items items -> new Term.Items(items.items().stream().map(Terms::of).toList());
      case Value.None ignored -> new Term.Nothing();
    };
  }

  /** A string literal, on one line. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> out.append(c < ' ' || c == 127 ? "\\%03o".formatted((int) c) : c);
      }
    }
    return out.append('"').toString();
  }

  Term of(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> of(literal.value());
      case Expression.Reference reference -> reference(reference.name().toString());
      case Expression.Call call -> call(call);
      case Expression.Listing listing ->
          new Term.Items(listing.items().stream().map(this::of).toList());
      case Expression.Index index -> index(index);
      case Expression.Unary unary -> unary(unary);
      case Expression.Binary binary -> binary(binary);
      case Expression.Choice choice -> choice(choice);
    };
  }

  private Term reference(String name) {
    if (name.equals("none")) {
      return new Term.Nothing();
    }
    Term term = names.apply(name);
    if (term == null) {
      throw new NotOneClassException(name + " depends on what stands in a slot before it");
    }
    return term;
  }

  Term.Quotient number(Expression expression) {
    return number(of(expression), expression.span().text());
  }

  static Term.Quotient number(Term term, String written) {
    if (term instanceof Term.Quotient quotient) {
      return quotient;
    }
    throw new NotOneClassException(
        written.equals("null") ? "a number that may be none is a parameter" : written + " is no whole number");
  }

  Term.Truth truth(Expression expression) {
    if (of(expression) instanceof Term.Truth truth) {
      return truth;
    }
    throw new NotOneClassException(expression.span().text() + " is no condition");
  }

  private Term index(Expression.Index index) {
    Term list = of(index.list());
    Term.Quotient position = number(index.index());
    if (list instanceof Term.Items items && position.whole().constant() != null) {
      return items.items().get(position.whole().constant().intValueExact());
    }
    if (list instanceof Term.Items items) {
      Set<String> used = new TreeSet<>(items.names());
      used.addAll(position.names());
      return Term.Quotient.of(
          new Whole(
              items.text() + "[" + position.text() + "]", Whole.Precedence.ATOM, null, used));
    }
    Set<String> used = new TreeSet<>(position.names());
    used.addAll(list.names());
    if (list instanceof Term.Variable variable && variable.size()) {
      return Term.Quotient.of(
          new Whole(
              "(int) " + list.text() + ".get(" + position.text() + ")",
              Whole.Precedence.PRODUCT,
              null,
              used));
    }
    return Term.Quotient.of(
        new Whole(
            list.text() + "[" + position.text() + "]", Whole.Precedence.ATOM, null, used));
  }

  private Term unary(Expression.Unary unary) {
    return switch (unary.operator()) {
      case NEGATE ->
          of(unary.operand()) instanceof Term.Real real
              ? new Term.Real("-(" + real.text() + ")", real.names())
              : Term.Quotient.of(0).minus(number(unary.operand()));
      case NOT -> {
        Term.Truth truth = truth(unary.operand());
        yield truth.constant() != null
            ? Term.Truth.of(!truth.constant())
            : new Term.Truth("!" + truth.grouped(), null, truth.names());
      }
    };
  }

  private Term binary(Expression.Binary binary) {
    return switch (binary.operator()) {
      case AND, OR -> junction(binary);
      case PLUS, MINUS, TIMES, OVER, MODULO -> arithmetic(binary);
      case LESS, AT_MOST, GREATER, AT_LEAST -> comparison(binary);
      case EQUAL, UNEQUAL -> equality(binary);
    };
  }

  private Term junction(Expression.Binary binary) {
    boolean and = binary.operator() == Expression.BinaryOperator.AND;
    Term.Truth left = truth(binary.left());
    if (left.constant() != null) {
      return left.constant() == and ? truth(binary.right()) : left;
    }
    Term.Truth right = truth(binary.right());
    if (right.constant() != null) {
      return right.constant() == and ? left : right;
    }
    String text =
        and
            ? operand(left, "||") + " && " + operand(right, "||")
            : operand(left, "&&") + " || " + operand(right, "&&");
    return new Term.Truth(text, null, union(left, right));
  }

  private static String operand(Term.Truth truth, String mixed) {
    return truth.text().contains(mixed) || truth.text().contains("?")
        ? "(" + truth.text() + ")"
        : truth.text();
  }

  private Term arithmetic(Expression.Binary binary) {
    Term left = of(binary.left());
    Term right = of(binary.right());
    if (left instanceof Term.Real || right instanceof Term.Real) {
      return realArithmetic(binary, left, right);
    }
    Term.Quotient a = number(left, binary.left().span().text());
    Term.Quotient b = number(right, binary.right().span().text());
    return switch (binary.operator()) {
      case PLUS -> a.plus(b);
      case MINUS -> a.minus(b);
      case TIMES -> a.times(b);
      case OVER -> a.over(b);
      default -> modulo(a, b);
    };
  }

  private static Term.Quotient modulo(Term.Quotient a, Term.Quotient b) {
    if (a.isWhole() && b.isWhole()) {
      Whole x = a.whole();
      Whole y = b.whole();
      return Term.Quotient.of(
          x.constant() != null && y.constant() != null
              ? Whole.of(x.constant().mod(y.constant().abs()))
              : Whole.call("Math.floorMod", x, y));
    }
    throw new NotOneClassException("a remainder of fractions");
  }

  private static Term realArithmetic(Expression.Binary binary, Term left, Term right) {
    String operator = binary.operator().word();
    return new Term.Real(
        "(" + real(left).text() + ") " + operator + " (" + real(right).text() + ")",
        union(left, right));
  }

  static Term.Real real(Term term) {
    return switch (term) {
      case Term.Real real -> real;
      case Term.Quotient quotient -> quotient.real();
      default -> throw new NotOneClassException(term.text() + " is no number");
    };
  }

  private Term comparison(Expression.Binary binary) {
    Term left = of(binary.left());
    Term right = of(binary.right());
    String operator = binary.operator().word();
    if (left instanceof Term.Real || right instanceof Term.Real) {
      return new Term.Truth(
          real(left).text() + " " + operator + " " + real(right).text(), null, union(left, right));
    }
    Term.Quotient a = number(left, binary.left().span().text());
    Term.Quotient b = number(right, binary.right().span().text());
    // Over a common denominator, which is positive wherever sizes and counts are meant.
    Whole x = a.numerator().times(b.denominator());
    Whole y = b.numerator().times(a.denominator());
    if (x.constant() != null && y.constant() != null) {
      int order = x.constant().compareTo(y.constant());
      return Term.Truth.of(
          switch (binary.operator()) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
          });
    }
    return new Term.Truth(compared(x, operator, y), null, union(a, b));
  }

  private static String compared(Whole x, String operator, Whole y) {
    return x.within(Whole.Precedence.SUM)
        + " "
        + operator
        + " "
        + y.within(Whole.Precedence.SUM);
  }

  private Term equality(Expression.Binary binary) {
    boolean wanted = binary.operator() == Expression.BinaryOperator.EQUAL;
    return equality(of(binary.left()), of(binary.right()), wanted, binary.span().text());
  }

  private static Term.Truth equality(Term left, Term right, boolean wanted, String written) {
    if (left instanceof Term.Quotient a && right instanceof Term.Quotient b) {
      Whole x = a.numerator().times(b.denominator());
      Whole y = b.numerator().times(a.denominator());
      return x.constant() != null && y.constant() != null
          ? Term.Truth.of(x.constant().equals(y.constant()) == wanted)
          : new Term.Truth(compared(x, wanted ? "==" : "!=", y), null, union(a, b));
    }
    if (left instanceof Term.Text a && right instanceof Term.Text b) {
      return a.constant() != null && b.constant() != null
          ? Term.Truth.of(a.constant().equals(b.constant()) == wanted)
          : new Term.Truth((wanted ? "" : "!") + equal(a, b), null, union(a, b));
    }
    if (left instanceof Term.Truth a && right instanceof Term.Truth b) {
      return a.constant() != null && b.constant() != null
          ? Term.Truth.of(a.constant().equals(b.constant()) == wanted)
          : new Term.Truth(
              a.grouped() + (wanted ? " == " : " != ") + b.grouped(), null, union(a, b));
    }
    if (isNumber(left) && isNumber(right)) {
      return new Term.Truth(
          real(left).text() + (wanted ? " == " : " != ") + real(right).text(),
          null,
          union(left, right));
    }
    if (left instanceof Term.Nothing || right instanceof Term.Nothing) {
      boolean known = left instanceof Term.Nothing && right instanceof Term.Nothing;
      boolean variable = isReference(left) || isReference(right);
      return known || !variable
          ? Term.Truth.of(known == wanted)
          : new Term.Truth(
              left.text() + (wanted ? " == " : " != ") + right.text(), null, union(left, right));
    }
    if (left instanceof Term.Items a && right instanceof Term.Items b) {
      return equality(a, b, wanted, written);
    }
    throw new NotOneClassException(written + " compares lists");
  }

  private static Term.Truth equality(
      Term.Items left, Term.Items right, boolean wanted, String written) {
    boolean equal = left.items().size() == right.items().size();
    for (int i = 0; equal && i < left.items().size(); i++) {
      Boolean same =
          equality(left.items().get(i), right.items().get(i), true, written).constant();
      if (same == null) {
        throw new NotOneClassException(written + " compares lists");
      }
      equal = same;
    }
    return Term.Truth.of(equal == wanted);
  }

  /** The constant first, so that a string which is null is not asked. */
  private static String equal(Term.Text a, Term.Text b) {
    if (a.constant() == null && b.constant() == null) {
      return "java.util.Objects.equals(" + a.text() + ", " + b.text() + ")";
    }
    return a.constant() != null
        ? a.text() + ".equals(" + b.text() + ")"
        : b.text() + ".equals(" + a.text() + ")";
  }

  /** What is null in Java when it is not given. */
  private static boolean isReference(Term term) {
    return term instanceof Term.Variable
        || (term instanceof Term.Text text && text.constant() == null);
  }

  private static boolean isNumber(Term term) {
    return term instanceof Term.Real || term instanceof Term.Quotient;
  }

  private Term choice(Expression.Choice choice) {
    Term.Truth condition = truth(choice.condition());
    if (condition.constant() != null) {
      return of(condition.constant() ? choice.then() : choice.otherwise());
    }
    Term then = of(choice.then());
    Term otherwise = of(choice.otherwise());
    if (then instanceof Term.Quotient a
        && otherwise instanceof Term.Quotient b
        && a.isWhole()
        && b.isWhole()) {
      return Term.Quotient.of(a.whole().choice(condition.text(), condition.names(), b.whole()));
    }
    Set<String> used = union(then, otherwise);
    used.addAll(condition.names());
    String text = condition.text() + " ? " + then.text() + " : " + otherwise.text();
    return switch (then) {
      case Term.Truth ignored -> new Term.Truth("(" + text + ")", null, used);
      case Term.Text ignored -> new Term.Text("(" + text + ")", null, used);
      case Term.Items ignored -> new Term.Variable("(" + text + ")", used, false);
      case Term.Variable ignored -> new Term.Variable("(" + text + ")", used, false);
      default ->
          new Term.Real(
              "("
                  + condition.text()
                  + " ? "
                  + real(then).text()
                  + " : "
                  + real(otherwise).text()
                  + ")",
              used);
    };
  }

  private Term call(Expression.Call call) {
    MathFunction function = MathFunction.of(call.function().text()).orElseThrow();
    List<Term> arguments = call.arguments().stream().map(this::of).toList();
    String written = call.span().text();
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
    };
  }

  private static Term log2(Term value) {
    if (value instanceof Term.Quotient number && number.names().isEmpty()) {
      Rational exact = number.constant();
      boolean power = exact.isWhole() && exact.numerator().bitCount() == 1;
      return power
          ? Term.Quotient.of(exact.numerator().bitLength() - 1)
          : Term.Real.of(StrictMath.log(exact.doubleValue()) / StrictMath.log(2));
    }
    Term.Real real = real(value);
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
      default ->
          all(arguments, written).stream().reduce(Term.Quotient.of(0), Term.Quotient::plus);
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
    terms.forEach(term -> numbers.add(number(term, written)));
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
    Term.Quotient number = number(value, written);
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
    return rounded(number(value, written).plus(half), "Math.floorDiv", "Math.floor", written);
  }

  /** The rule of {@link MathFunction#ROUND_TO}, spelled out. */
  private static Term.Quotient roundTo(List<Term> arguments, String written) {
    Term.Quotient value = number(arguments.get(0), written);
    Whole step = number(arguments.get(1), written).whole();
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
    return Term.Quotient.of(
        rounded
            .plus(step)
            .choice(compared(tenTimes, "<", nineTimes), used, rounded));
  }

  private static Set<String> union(Term a, Term b) {
    Set<String> names = new TreeSet<>(a.names());
    names.addAll(b.names());
    return names;
  }

  /** A translator that sees {@code more} before the names of this one. */
  Terms with(Map<String, Term> more) {
    return new Terms(name -> more.containsKey(name) ? more.get(name) : names.apply(name));
  }
}
