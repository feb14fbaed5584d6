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
  private final PathCounts counts;
  private final Evaluator evaluator;

  PathMatch(Assembly.Graft graft, PathCounts counts, Work work) {
    this.pattern = graft.line().path().steps();
    this.counts = counts;
    this.evaluator = Frame.line(graft.values(), work).evaluator();
  }

  /**
   * One step of a slot's path.
   *
   * @param word its word
   * @param path up to the word
   * @param index -1 without one
   */
  record Step(String word, String path, int index) {}

  /**
   * A slot's path.
   *
   * @param steps of it
   */
  record Place(List<Step> steps) {}

  /** Takes a slot's path apart. */
  static Place place(String path) {
    List<Step> steps = new ArrayList<>();
    String before = "";
    for (String text : path.split("\\.", -1)) {
      Matcher matcher = STEP.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalStateException(path);
      }
      String word = matcher.group(1);
      String index = matcher.group(2);
      steps.add(new Step(word, before + word, index == null ? -1 : Integer.parseInt(index)));
      before += text + ".";
    }
    return new Place(steps);
  }

  /** Whether a slot of this name can be one that it reaches. */
  boolean endsIn(String word) {
    return pattern.getLast().word() == null || pattern.getLast().word().equals(word);
  }

  /** The bound indices when the pattern reaches the slot at {@code path}; null when it does not. */
  @Nullable Map<String, Value> match(Place place) throws EvaluationException {
    List<Step> steps = place.steps();
    Map<String, Value> indices = new LinkedHashMap<>();
    if (!fits(pattern.getLast(), steps.getLast(), indices)) {
      return null;
    }
    // Of several ways, the one nearest to the slot; steps fit each by itself, so if there is any
    // way at all, taking the nearest one each time finds one.
    int at = steps.size() - 2;
    for (int p = pattern.size() - 2; p >= 0; p--) {
      Map<String, Value> bound = new LinkedHashMap<>();
      while (at >= 0 && !fits(pattern.get(p), steps.get(at), bound)) {
        at--;
        bound.clear();
      }
      if (at-- < 0) {
        return null;
      }
      indices.putAll(bound);
    }
    return indices;
  }

  private boolean fits(PathPattern.Step wanted, Step step, Map<String, Value> indices)
      throws EvaluationException {
    if (wanted.word() != null && !wanted.word().equals(step.word())) {
      return false;
    }
    return switch (wanted.selector()) {
      case null -> true;
      case PathPattern.Selector.Last ignored ->
          step.index() >= 0 && counts.isLast(step.path(), step.index());
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
