package sec.compiler.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sec.compiler.diagnostics.Code;
import sec.compiler.model.MathFunction;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Rational;
import sec.compiler.values.Value;

/** One call of a function with its arguments computed. */
final class FunctionCall {
  private final Expression.Call call;
  private final List<Value> arguments;
  private final Work work;

  FunctionCall(Expression.Call call, List<Value> arguments, Work work) {
    this.call = call;
    this.arguments = arguments;
    this.work = work;
  }

  Value value() throws EvaluationException {
    MathFunction function = MathFunction.of(call.function().toString()).orElseThrow();
    return function == MathFunction.ZIP ? zip() : new Value.Number(number(function));
  }

  private Rational number(MathFunction function) throws EvaluationException {
    return switch (function) {
      case LEN -> Rational.of(list(0).size());
      case SUM -> sum();
      case MIN -> numbers().stream().min(Comparator.naturalOrder()).orElseThrow();
      case MAX -> numbers().stream().max(Comparator.naturalOrder()).orElseThrow();
      case CEIL -> number(0).ceil();
      case FLOOR -> number(0).floor();
      case ROUND -> number(0).round();
      case ROUND_TO -> roundTo();
      case LOG2 -> log2();
      case ZIP -> throw new IllegalStateException("zip is no number");
    };
  }

  private Value zip() throws EvaluationException {
    int length = list(0).size();
    for (int i = 1; i < arguments.size(); i++) {
      if (list(i).size() != length) {
        throw new EvaluationException(
            Code.E207,
            call.values().get(i).span(),
            "zip needs lists of equal length, but %s has %d and %s has %d"
                .formatted(
                    call.values().getFirst().span().text(),
                    length,
                    call.values().get(i).span().text(),
                    list(i).size()),
            null);
      }
    }
    List<Value> rows = new ArrayList<>();
    for (int row = 0; row < length; row++) {
      List<Value> parts = new ArrayList<>();
      for (int i = 0; i < arguments.size(); i++) {
        parts.add(list(i).get(row));
      }
      rows.add(new Value.Items(parts));
    }
    return new Value.Items(rows);
  }

  private Rational sum() throws EvaluationException {
    Rational total = Rational.ZERO;
    for (Value item : list(0)) {
      work.spend(call.span(), total);
      total = Evaluator.bounded(call, total.plus(number(item)));
    }
    return total;
  }

  private List<Rational> numbers() throws EvaluationException {
    List<Value> values =
        arguments.size() == 1 && arguments.getFirst() instanceof Value.Items items
            ? items.items()
            : arguments;
    if (values.isEmpty()) {
      throw new EvaluationException(
          Code.E207, call.span(), call.function() + " of an empty list has no value", null);
    }
    Rational[] numbers = new Rational[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(values.get(i));
    }
    return List.of(numbers);
  }

  /** The nearest multiple, at least one, and one more when that loses over a tenth. */
  private Rational roundTo() throws EvaluationException {
    Rational value = number(0);
    Rational step = number(1);
    if (step.signum() <= 0) {
      throw new EvaluationException(
          Code.E207, call.span(), "round_to needs a multiple above 0, but it is " + step, null);
    }
    Rational nearest = value.over(step).round().times(step);
    Rational rounded = nearest.compareTo(step) < 0 ? step : nearest;
    boolean tooSmall = rounded.times(Rational.of(10)).compareTo(value.times(Rational.of(9))) < 0;
    return tooSmall ? rounded.plus(step) : rounded;
  }

  private Rational log2() throws EvaluationException {
    Rational value = number(0);
    if (value.signum() <= 0) {
      throw new EvaluationException(
          Code.E202, call.span(), "log2 of " + value + " has no value", null);
    }
    if (Double.isInfinite(value.doubleValue())) {
      throw new EvaluationException(Code.E202, call.span(), "log2 of a number beyond 1e308", null);
    }
    boolean power = value.isWhole() && value.numerator().bitCount() == 1;
    return power
        ? Rational.of(value.numerator().bitLength() - 1)
        : Rational.of(StrictMath.log(value.doubleValue()) / StrictMath.log(2));
  }

  private List<Value> list(int position) throws EvaluationException {
    if (arguments.get(position) instanceof Value.Items items) {
      return items.items();
    }
    throw Evaluator.wrongKind(call.values().get(position), "a list", arguments.get(position));
  }

  private Rational number(int position) throws EvaluationException {
    if (arguments.get(position) instanceof Value.Number number) {
      return number.value();
    }
    throw Evaluator.wrongKind(call.values().get(position), "a number", arguments.get(position));
  }

  private Rational number(Value value) throws EvaluationException {
    if (value instanceof Value.Number number) {
      return number.value();
    }
    throw new EvaluationException(
        Code.E208,
        call.span(),
        "%s needs numbers, but %s is %s".formatted(call.function(), value, value.kind()),
        null);
  }
}
