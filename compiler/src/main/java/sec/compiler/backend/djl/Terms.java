package sec.compiler.backend.djl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.WrittenBlock;
import sec.compiler.model.BlockExpression;
import sec.compiler.model.Element;
import sec.compiler.model.MathFunction;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Value;

/** Says expressions of the language in Java. */
final class Terms {
  private final Function<String, @Nullable Term> names;
  private final Map<String, Term> visible;

  /** Makes a translator; {@code names} gives parameters, sizes, and sizes of bound values. */
  Terms(Function<String, @Nullable Term> names) {
    this(names, Map.of());
  }

  /** Makes a translator for expressions that may hold blocks, in which {@code visible} is seen. */
  Terms(Function<String, @Nullable Term> names, Map<String, Term> visible) {
    this.names = names;
    this.visible = visible;
  }

  static Term of(Value value) {
    return switch (value) {
      case Value.Number number ->
          new Term.Quotient(
              Whole.of(number.value().numerator()), Whole.of(number.value().denominator()));
      case Value.Truth truth -> Term.Truth.of(truth.value());
      case Value.Text text -> new Term.Text(quoted(text.value()), text.value(), Set.of());
      case Value.Items items -> new Term.Items(items.items().stream().map(Terms::of).toList());
      case Value.Operation operation when operation instanceof WrittenBlock block ->
          new Term.Given(block.written().element(), Map.of());
      case Value.Operation operation -> throw new IllegalArgumentException(operation.toString());
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
      case BlockExpression block -> given(block.element());
      case Expression.Block block -> throw new IllegalArgumentException(block.toString());
      case Expression.Resolved value ->
          throw new NotOneClassException(value.span().text() + " is given as an argument");
    };
  }

  private Term given(Element element) {
    if (!(element instanceof Element.ParameterUse use)) {
      return new Term.Given(element, visible);
    }
    if (!use.positional().isEmpty() || !use.named().isEmpty()) {
      throw new NotOneClassException(use.name() + " is handed on with arguments");
    }
    return reference(use.name());
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
        written.equals("null")
            ? "a number that may be none is a parameter"
            : written + " is no whole number");
  }

  Term.Truth truth(Expression expression) {
    if (of(expression) instanceof Term.Truth truth) {
      return truth;
    }
    throw new NotOneClassException(expression.span().text() + " is no condition");
  }

  private Term index(Expression.Index index) {
    Term list = of(index.list());
    Term at = of(index.index());
    String written = index.index().span().text();
    return at instanceof Term.Items several
        ? new Term.Items(
            several.items().stream().map(one -> item(list, number(one, written))).toList())
        : item(list, number(at, written));
  }

  private static Term item(Term list, Term.Quotient position) {
    if (list instanceof Term.Items items && position.whole().constant() != null) {
      return items.items().get(position.whole().constant().intValueExact());
    }
    if (list instanceof Term.Items items) {
      Set<String> used = new TreeSet<>(items.names());
      used.addAll(position.names());
      return Term.Quotient.of(
          new Whole(items.text() + "[" + position.text() + "]", Whole.Precedence.ATOM, null, used));
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
        new Whole(list.text() + "[" + position.text() + "]", Whole.Precedence.ATOM, null, used));
  }

  private Term unary(Expression.Unary unary) {
    return switch (unary.operator()) {
      case NEGATE ->
          of(unary.operand()) instanceof Term.Real real
              ? new Term.Real("-" + factor(real, ""), real.names())
              : Term.Quotient.of(0).minus(number(unary.operand()));
      case NOT -> {
        Term.Truth truth = truth(unary.operand());
        yield truth.constant() != null
            ? Term.Truth.of(!truth.constant())
            : new Term.Truth("!" + truth.grouped(), null, truth.names());
      }
    };
  }

  /** A list, where both ends are known. */
  private Term range(Expression.Binary binary) {
    BigInteger from = number(binary.left()).whole().constant();
    BigInteger to = number(binary.right()).whole().constant();
    if (from == null || to == null) {
      throw new NotOneClassException("the ends of " + binary.span().text() + " are open");
    }
    List<Term> items = new ArrayList<>();
    for (BigInteger i = from; i.compareTo(to) <= 0; i = i.add(BigInteger.ONE)) {
      items.add(Term.Quotient.of(Whole.of(i)));
    }
    return new Term.Items(items);
  }

  private Term binary(Expression.Binary binary) {
    return switch (binary.operator()) {
      case RANGE -> range(binary);
      case AND, OR -> junction(binary);
      case PLUS, MINUS, TIMES, OVER, MODULO -> arithmetic(binary);
      case LESS, AT_MOST, GREATER, AT_LEAST ->
          Comparisons.order(binary, of(binary.left()), of(binary.right()));
      case EQUAL, UNEQUAL ->
          Comparisons.equality(
              of(binary.left()),
              of(binary.right()),
              binary.operator() == Expression.BinaryOperator.EQUAL,
              binary.span().text());
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
    boolean product = operator.equals("*") || operator.equals("/");
    String first = product ? factor(real(left), "*/") : real(left).text();
    return new Term.Real(
        first + " " + operator + " " + factor(real(right), ""), union(left, right));
  }

  /** A real number as part of a product, in parentheses unless it has only {@code operators}. */
  private static String factor(Term.Real real, String operators) {
    return real.text().matches("[\\w. " + operators + "]+") ? real.text() : "(" + real.text() + ")";
  }

  static Term.Real real(Term term) {
    return switch (term) {
      case Term.Real real -> real;
      case Term.Quotient quotient -> quotient.real();
      default -> throw new NotOneClassException(term.text() + " is no number");
    };
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
      case Term.Items ignored -> new Term.Variable("(" + text + ")", used, false, false);
      case Term.Variable list -> new Term.Variable("(" + text + ")", used, list.size(), false);
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
    MathFunction function = MathFunction.of(call.function().toString()).orElseThrow();
    List<Term> arguments = call.values().stream().map(this::of).toList();
    String written = call.span().text();
    return Functions.call(function, arguments, written);
  }

  static Set<String> union(Term a, Term b) {
    Set<String> names = new TreeSet<>(a.names());
    names.addAll(b.names());
    return names;
  }

  /** A translator that sees {@code more} before the names of this one. */
  Terms with(Map<String, Term> more) {
    return new Terms(name -> more.containsKey(name) ? more.get(name) : names.apply(name));
  }
}
