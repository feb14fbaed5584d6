package sec.compiler.ir;

import java.util.function.Consumer;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.source.Span;
import sec.compiler.values.Rational;

/** Counts what the expressions of one network take to compute, so that they come to an end. */
final class Work {
  /** Values computed or looked at; large numbers count more. */
  private static final long MOST = 5_000_000;

  /** A block by itself may take so many. */
  static final long MOST_OF_A_TRIAL = 50_000;

  /** Expressions that wait for one another. */
  private static final int DEEPEST = 400;

  private static final int BITS_OF_ONE = 64;

  private final Consumer<Diagnostic> report;
  private final long most;
  private long done;
  private int depth;

  /** For one network; {@code report} is told when the limit is met. */
  Work(Consumer<Diagnostic> report) {
    this(report, MOST);
  }

  Work(Consumer<Diagnostic> report, long most) {
    this.report = report;
    this.most = most;
  }

  /** So many values are computed or looked at, at {@code span}. */
  void spend(Span span, long values) {
    done += values;
    if (done > most) {
      report.accept(
          Diagnostic.of(
                  Code.E212,
                  span,
                  "the expressions of one network take more than %,d steps".formatted(most))
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
