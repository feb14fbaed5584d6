package sec.compiler.ir;

import java.util.function.Consumer;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.source.Span;
import sec.compiler.values.Rational;

/** Counts what expressions take to compute, so that they come to an end. */
final class Work {
  /** Expressions that wait for one another. */
  private static final int DEEPEST = 400;

  private static final int BITS_OF_ONE = 64;

  private final Consumer<Diagnostic> report;
  private final Budget budget;
  private int depth;

  /** Within {@code budget}; {@code report} is told when a limit is met. */
  Work(Consumer<Diagnostic> report, Budget budget) {
    this.report = report;
    this.budget = budget;
  }

  Budget budget() {
    return budget;
  }

  /** So many values are computed or looked at, at {@code span}. */
  void spend(Span span, long values) {
    Budget exceeded = budget.compute(values);
    if (exceeded != null) {
      report.accept(
          Diagnostic.of(Code.E212, span, exceeded.valuesMessage())
              .withHelp("compute long lists once, in a parameter, and check the repeat counts"));
      throw new LimitException();
    }
  }

  /** What follows is computed for what is at {@code span}, until {@link #leave}. */
  void enter(Span span) {
    if (++depth > DEEPEST) {
      report.accept(
          Diagnostic.of(
                  Code.E103, span, "values of parameters use one another more than 400 deep here")
              .withHelp("take some of the parameters between out"));
      throw new LimitException();
    }
  }

  void leave() {
    depth--;
  }

  /** One more number is computed. */
  void spend(Span span, Rational number) {
    spend(span, bits(number) / BITS_OF_ONE);
  }

  static int bits(Rational number) {
    return number.numerator().bitLength() + number.denominator().bitLength();
  }
}
