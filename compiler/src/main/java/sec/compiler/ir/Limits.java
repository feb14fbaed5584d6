package sec.compiler.ir;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.model.Template;
import sec.compiler.source.Span;

/** Keeps a mistaken or hostile network from taking the machine down while it is elaborated. */
final class Limits {
  /** Blocks, slots, labels and the like: each is kept for reports with its path. */
  private static final int MOST_LEVELS = 30_000;

  /** Characters of the paths of all of them, and of operators. */
  private static final int MOST_OF_PATHS = 10_000_000;

  /** Blocks and operators that cannot be elaborated whatever each of them is. */
  private static final long MOST = MOST_LEVELS + (long) GraphBuilder.MOST_NODES;

  /** Elements inside one another: bodies, blocks, slots, conditions. */
  private static final int DEEPEST = 1000;

  private static final String REPEATS =
      "check the repeat counts, and blocks that use others several times";

  private final Budget budget;
  private final Consumer<Diagnostic> report;
  private @Nullable Span at;
  private int levels;
  private int paths;
  private int depth;

  /**
   * Makes limits.
   *
   * @param budget of elements that may be elaborated
   * @param report is told which limit was met
   */
  Limits(Budget budget, Consumer<Diagnostic> report) {
    this.budget = budget;
    this.report = report;
  }

  /** {@code template} is elaborated, unless it can be seen from its text that it is too large. */
  void begin(Template template) {
    at = template.span();
    LeastSize.Excess excess = new LeastSize().beyond(template.body(), MOST).orElse(null);
    if (excess != null) {
      at = excess.span();
      throw met(
          Code.E212,
          "the network comes to %,d blocks and operators here, or more, and %,d of each are the most"
              .formatted(excess.size(), GraphBuilder.MOST_NODES),
          REPEATS);
    }
  }

  /** One more thing is done, at {@code span}. */
  void step(Span span) {
    at = span;
    if (depth >= DEEPEST) {
      throw met(
          Code.E103,
          "the network is nested more than 1,000 deep here",
          "take some of the bodies and blocks between out");
    }
    spend();
  }

  private void spend() {
    Budget exceeded = budget.step();
    if (exceeded != null) {
      throw met(Code.E212, exceeded.stepsMessage(), REPEATS);
    }
  }

  /** One more thing is done, and others inside of it, until {@link #leave}. */
  void enter(Span span) {
    step(span);
    depth++;
  }

  void leave() {
    depth--;
  }

  /** One more block, slot, label or the like begins. */
  void level() {
    if (++levels > MOST_LEVELS) {
      throw met(
          Code.E212,
          "the network has more than %,d blocks, slots and labels".formatted(MOST_LEVELS),
          REPEATS);
    }
  }

  /** One more block, slot, label or operator has this path; it is a step of its own. */
  void path(String path) {
    spend();
    paths += path.length();
    if (paths > MOST_OF_PATHS) {
      throw met(
          Code.E212,
          "the paths of the network have more than %,d characters together"
              .formatted(MOST_OF_PATHS),
          "shorten names and labels, or nest less deep");
    }
  }

  private LimitException met(Code code, String message, String help) {
    report.accept(Diagnostic.of(code, Objects.requireNonNull(at), message).withHelp(help));
    return new LimitException();
  }
}
