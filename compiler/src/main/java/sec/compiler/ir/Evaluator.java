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

  /** Values in one list, those of lists inside of it included. */
  private static final int MOST_ITEMS = 10_000;

  /** What words mean. */
  interface Names {
    /** The value of a parameter or size; null when it has none here. */
    @Nullable Value find(String name) throws EvaluationException;

    /** The value of a block, or of what else has a meaning only where it is written. */
    default Value resolved(Expression.Resolved expression) throws EvaluationException {
      throw new EvaluationException(
          Code.E208, expression.span(), "a block has no meaning here", null);
    }
  }

  private final Names names;
  private final Work work;

  Evaluator(Names names, Work work) {
    this.names = names;
    this.work = work;
  }

  Value evaluate(Expression expression) throws EvaluationException {
    work.spend(expression.span(), 1);
    work.enter(expression.span());
    try {
      return computed(expression);
    } finally {
      work.leave();
    }
  }

  private Value computed(Expression expression) throws EvaluationException {
    return switch (expression) {
      case Expression.Literal literal -> literal.value();
      case Expression.Reference reference -> reference(reference);
      case Expression.Call call -> bounded(call, call(call));
      case Expression.Listing listing -> bounded(listing, new Value.Items(all(listing.items())));
      case Expression.Index index -> index(index);
      case Expression.Unary unary ->
          switch (unary.operator()) {
            case NEGATE -> new Value.Number(number(unary.operand()).negate());
            case NOT -> new Value.Truth(!truth(unary.operand()));
          };
      case Expression.Binary binary -> binary(binary);
      case Expression.Choice choice ->
          evaluate(truth(choice.condition()) ? choice.then() : choice.otherwise());
      case Expression.Block block -> throw new IllegalStateException(block.toString());
      case Expression.Resolved resolved -> names.resolved(resolved);
    };
  }

  private Value call(Expression.Call call) throws EvaluationException {
    List<Value> arguments = all(call.values());
    arguments.forEach(argument -> look(call, argument));
    return new FunctionCall(call, arguments, work).value();
  }

  private void look(Expression at, Value value) {
    work.spend(at.span(), value instanceof Value.Items items ? items.count() : 1);
  }

  private List<Value> all(List<Expression> expressions) throws EvaluationException {
    List<Value> values = new ArrayList<>();
    for (Expression expression : expressions) {
      values.add(evaluate(expression));
    }
    return values;
  }

  private static Value bounded(Expression expression, Value value) throws EvaluationException {
    if (value instanceof Value.Items items && items.count() > MOST_ITEMS) {
      throw new EvaluationException(
          Code.E212,
          expression.span(),
          "a list of more than %,d values".formatted(MOST_ITEMS),
          "check the numbers that it is made of");
    }
    return value;
  }

  private Value reference(Expression.Reference reference) throws EvaluationException {
    String name = reference.name().toString();
    if (name.equals("none")) {
      return Value.None.NONE;
    }
    Value value = names.find(name);
    if (value == null) {
      String last = reference.name().last().text();
      throw last.equals("H") || last.equals("W")
          ? new EvaluationException(
              Code.E203,
              reference.span(),
              name + " has no value: a vector has C, but neither H nor W",
              "use it before gap or flatten")
          : new EvaluationException(
              Code.E122,
              reference.span(),
              name + " has no value here: it is not what this slot tells what stands in it",
              "name only slots that have it, or leave it out");
    }
    return value;
  }

  private Value index(Expression.Index index) throws EvaluationException {
    Value list = evaluate(index.list());
    if (!(list instanceof Value.Items items)) {
      throw wrongKind(index.list(), "a list", list);
    }
    Value at = evaluate(index.index());
    if (at instanceof Value.Items several) {
      look(index, at);
      List<Value> picked = new ArrayList<>();
      for (Value each : several.items()) {
        picked.add(item(index, items, number(index.index(), each)));
      }
      return bounded(index, new Value.Items(picked));
    }
    return item(index, items, number(index.index(), at));
  }

  private static Value item(Expression.Index index, Value.Items items, Rational position)
      throws EvaluationException {
    if (!position.isWhole()) {
      throw new EvaluationException(
          Code.E201,
          index.index().span(),
          "an index needs a whole number, but " + shown(index.index(), position),
          "round it: floor(%1$s) or ceil(%1$s)".formatted(index.index().span().text()));
    }
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
      case EQUAL -> new Value.Truth(equal(binary));
      case UNEQUAL -> new Value.Truth(!equal(binary));
      case LESS, AT_MOST, GREATER, AT_LEAST -> compare(binary);
      case PLUS, MINUS, TIMES, OVER, MODULO -> arithmetic(binary);
      case RANGE -> range(binary);
    };
  }

  private boolean equal(Expression.Binary binary) throws EvaluationException {
    Value left = evaluate(binary.left());
    Value right = evaluate(binary.right());
    look(binary, left);
    boolean given = left != Value.None.NONE && right != Value.None.NONE;
    if (given && (left instanceof Value.Operation || right instanceof Value.Operation)) {
      throw new EvaluationException(
          Code.E208,
          binary.span(),
          "operators and blocks cannot be compared, only with none",
          "decide by a string or a number, as in: if (act == \"relu\")");
    }
    return left.equals(right);
  }

  private Value range(Expression.Binary binary) throws EvaluationException {
    Rational from = whole(binary.left());
    Rational to = whole(binary.right());
    if (to.minus(from).compareTo(Rational.of(MOST_ITEMS)) >= 0) {
      throw new EvaluationException(
          Code.E212,
          binary.span(),
          "a range of more than %,d numbers: from %s to %s".formatted(MOST_ITEMS, from, to),
          "repeat with * where the number itself is not needed");
    }
    if (from.compareTo(to) <= 0) {
      work.spend(binary.span(), to.minus(from).intValueExact());
    }
    List<Value> items = new ArrayList<>();
    for (Rational i = from; i.compareTo(to) <= 0; i = i.plus(Rational.ONE)) {
      items.add(new Value.Number(i));
    }
    return new Value.Items(items);
  }

  private static String shown(Expression expression, Rational number) {
    String text = expression.span().text();
    return text.equals(number.toString()) ? "it is " + text : text + " = " + number;
  }

  private Rational whole(Expression expression) throws EvaluationException {
    Rational number = number(expression);
    if (!number.isWhole()) {
      String text = expression.span().text();
      throw new EvaluationException(
          Code.E201,
          expression.span(),
          "a range needs whole numbers, but " + shown(expression, number),
          "round it: floor(%1$s) or ceil(%1$s)".formatted(text));
    }
    return number;
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
    work.spend(binary.span(), left);
    work.spend(binary.span(), right);
    Rational result =
        switch (binary.operator()) {
          case PLUS -> left.plus(right);
          case MINUS -> left.minus(right);
          case TIMES -> left.times(right);
          case OVER -> left.over(right);
          default -> left.modulo(right);
        };
    return new Value.Number(bounded(binary, result));
  }

  static Rational bounded(Expression expression, Rational result) throws EvaluationException {
    if (Work.bits(result) > MOST_BITS) {
      throw new EvaluationException(
          Code.E202, expression.span(), "the result has more than 1,000 digits", null);
    }
    return result;
  }

  Rational number(Expression expression) throws EvaluationException {
    return number(expression, evaluate(expression));
  }

  private static Rational number(Expression expression, Value value) throws EvaluationException {
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
