package sec.compiler.syntax;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;

/**
 * Says which slots a line of a variant reaches: the steps of a slot's path in this order, gaps
 * allowed, the last one being the slot.
 *
 * @param span all of it
 * @param steps at least one
 */
public record PathPattern(Span span, List<Step> steps) {

  /** Keeps a copy. */
  public PathPattern {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param span all of it
   * @param word the step's word; null for {@code *}, any word
   * @param selector which indices; null for any, or none
   */
  public record Step(Span span, @Nullable String word, @Nullable Selector selector) {}

  /** Which indices a step takes. */
  public sealed interface Selector {
    /**
     * {@code [3]}, {@code [3..5]} or {@code [3..]}.
     *
     * @param from the first
     * @param to the last; null for no end
     */
    record Range(Expression from, @Nullable Expression to) implements Selector {}

    /**
     * {@code [last]}: the last of its word at its level.
     *
     * @param span the word
     */
    record Last(Span span) implements Selector {}

    /**
     * {@code [let i]}: any, and the line may speak of it.
     *
     * @param name what it is called
     */
    record Bound(Name name) implements Selector {}
  }

  /** As it is written. */
  @Override
  public String toString() {
    return steps.stream().map(step -> step.span().text()).collect(Collectors.joining("."));
  }
}
