package sec.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Rational;
import sec.compiler.values.Value;

/** Computes expressions, exactly. */
final class Evaluator {
  /** Digits of numbers beyond any use; without a bound, a few lines could fill the memory. */
  private static final int MOST_BITS = 4096;

  /** What words mean. */
  interface Names {
    /** The value of a parameter or size; null when it has none here. */
    @Nullable Value find(String name) throws EvaluationException;
  }

  private final Names names;

  Evaluator(Names names) {
    this.names = names;
  }

  Value evaluate(Expression expression) throws EvaluationException {
    return switch (expression) {
      case Expression.Literal literal -> literal.value();
      case Expression.Reference reference -> reference(reference);
      case Expression.Call call -> new FunctionCall(call, all(call.arguments())).value();
      case Expression.Listing listing -> new Value.Items(all(listing.items()));
      case Expression.Index index -> index(index);
      case Expression.Unary unary ->
          switch (unary.operator()) {
            case NEGATE -> new Value.Number(number(unary.operand()).negate());
            case NOT -> new Value.Truth(!truth(unary.operand()));
          };
      case Expression.Binary binary -> binary(binary);
      case Expression.Choice choice ->
          evaluate(truth(choice.condition()) ? choice.then() : choice.otherwise());
    };
  }

  private List<Value> all(List<Expression> expressions) throws EvaluationException {
    List<Value> values = new ArrayList<>();
    for (Expression expression : expressions) {
      values.add(evaluate(expression));
    }
    return values;
  }

  private Value reference(Expression.Reference reference) throws EvaluationException {
    String name = reference.name().toString();
    if (name.equals("none")) {
      return Value.None.NONE;
    }
    Value value = names.find(name);
    if (value == null) {
      throw new EvaluationException(
          Code.E203,
          reference.span(),
          name + " has no value: a vector has C, but neither H nor W",
          "use it before gap or flatten");
    }
    return value;
  }

  private Value index(Expression.Index index) throws EvaluationException {
    Value list = evaluate(index.list());
    if (!(list instanceof Value.Items items)) {
      throw wrongKind(index.list(), "a list", list);
    }
    Rational position = number(index.index());
    if (!position.isInt()
        || position.signum() < 0
        || position.intValueExact() >= items.items().size()) {
      throw new EvaluationException(
          Code.E207,
          index.index().span(),
          "there is no item %s in a list of %d".formatted(position, items.items().size()),
          items.items().isEmpty() ? null : "items count from 0 to " + (items.items().size() - 1));
    }
    return items.items().get(position.intValueExact());
  }

  private Value binary(Expression.Binary binary) throws EvaluationException {
    return switch (binary.operator()) {
      case AND -> new Value.Truth(truth(binary.left()) && truth(binary.right()));
      case OR -> new Value.Truth(truth(binary.left()) || truth(binary.right()));
      case EQUAL -> new Value.Truth(evaluate(binary.left()).equals(evaluate(binary.right())));
      case UNEQUAL -> new Value.Truth(!evaluate(binary.left()).equals(evaluate(binary.right())));
      case LESS, AT_MOST, GREATER, AT_LEAST -> compare(binary);
      case PLUS, MINUS, TIMES, OVER, MODULO -> arithmetic(binary);
    };
  }

  private Value compare(Expression.Binary binary) throws EvaluationException {
    int order = number(binary.left()).compareTo(number(binary.right()));
    return new Value.Truth(
        switch (binary.operator()) {
          case LESS -> order < 0;
          case AT_MOST -> order <= 0;
          case GREATER -> order > 0;
          default -> order >= 0;
        });
  }

  private Value arithmetic(Expression.Binary binary) throws EvaluationException {
    Rational left = number(binary.left());
    Rational right = number(binary.right());
    boolean divides =
        binary.operator() == Expression.BinaryOperator.OVER
            || binary.operator() == Expression.BinaryOperator.MODULO;
    if (divides && right.signum() == 0) {
      throw new EvaluationException(
          Code.E202,
          binary.span(),
          "%s divides %s by zero".formatted(binary.span().text(), left),
          null);
    }
    Rational result =
        switch (binary.operator()) {
          case PLUS -> left.plus(right);
          case MINUS -> left.minus(right);
          case TIMES -> left.times(right);
          case OVER -> left.over(right);
          default -> left.modulo(right);
        };
    if (result.numerator().bitLength() + result.denominator().bitLength() > MOST_BITS) {
      throw new EvaluationException(
          Code.E202, binary.span(), "the result has more than 1,000 digits", null);
    }
    return new Value.Number(result);
  }

  Rational number(Expression expression) throws EvaluationException {
    Value value = evaluate(expression);
    if (value instanceof Value.Number number) {
      return number.value();
    }
    throw wrongKind(expression, "a number", value);
  }

  boolean truth(Expression expression) throws EvaluationException {
    Value value = evaluate(expression);
    if (value instanceof Value.Truth truth) {
      return truth.value();
    }
    throw wrongKind(expression, "true or false", value);
  }

  static EvaluationException wrongKind(Expression expression, String wanted, Value found) {
    String text = expression.span().text();
    String shown = text.equals(found.toString()) ? text : text + " = " + found;
    return new EvaluationException(
        Code.E208,
        expression.span(),
        "%s is needed here, but %s is %s".formatted(wanted, shown, found.kind()),
        null);
  }
}
