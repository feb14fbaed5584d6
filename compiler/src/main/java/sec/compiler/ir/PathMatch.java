package sec.compiler.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.PathPattern;
import sec.compiler.values.Rational;
import sec.compiler.values.Value;

/** Holds the path pattern of one line against paths of slots. */
final class PathMatch {
  private static final Pattern STEP = Pattern.compile("([^.\\[]+)(?:\\[(\\d+)])?");

  private final List<PathPattern.Step> pattern;
  private final Evaluator evaluator;

  PathMatch(Assembly.Graft graft) {
    this.pattern = graft.line().path().steps();
    this.evaluator = new Evaluator(graft.values()::get);
  }

  private record Step(String word, int index) {}

  /** The bound indices when the pattern reaches the slot at {@code path}; null when it does not. */
  @Nullable Map<String, Value> match(String path) throws EvaluationException {
    List<Step> steps = new ArrayList<>();
    for (String text : path.split("\\.", -1)) {
      Matcher matcher = STEP.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalStateException(path);
      }
      String index = matcher.group(2);
      steps.add(new Step(matcher.group(1), index == null ? -1 : Integer.parseInt(index)));
    }
    Map<String, Value> indices = new LinkedHashMap<>();
    if (!fits(pattern.getLast(), steps.getLast(), indices)) {
      return null;
    }
    return match(steps, pattern.size() - 2, steps.size() - 2, indices) ? indices : null;
  }

  /** Matches from the end; of several ways, the one nearest to the slot. */
  private boolean match(List<Step> steps, int p, int s, Map<String, Value> indices)
      throws EvaluationException {
    if (p < 0) {
      return true;
    }
    for (int at = s; at >= p; at--) {
      Map<String, Value> bound = new LinkedHashMap<>();
      if (fits(pattern.get(p), steps.get(at), bound) && match(steps, p - 1, at - 1, indices)) {
        indices.putAll(bound);
        return true;
      }
    }
    return false;
  }

  private boolean fits(PathPattern.Step wanted, Step step, Map<String, Value> indices)
      throws EvaluationException {
    if (wanted.word() != null && !wanted.word().equals(step.word())) {
      return false;
    }
    return switch (wanted.selector()) {
      case null -> true;
      case PathPattern.Selector.Bound bound -> {
        indices.put(bound.name().text(), Value.Number.of(step.index()));
        yield step.index() >= 0;
      }
      case PathPattern.Selector.Range range -> step.index() >= 0 && inside(range, step.index());
    };
  }

  private boolean inside(PathPattern.Selector.Range range, int index) throws EvaluationException {
    Expression to = range.to();
    Rational here = Rational.of(index);
    return evaluator.number(range.from()).compareTo(here) <= 0
        && (to == null || here.compareTo(evaluator.number(to)) <= 0);
  }
}
