package sec.compiler.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Operator;
import sec.compiler.source.Span;
import sec.compiler.syntax.Element.MergeKind;
import sec.compiler.syntax.Expression;

/** An operation with its names resolved. */
public sealed interface Element {

  /** All of it. */
  Span span();

  /**
   * An operator of the vocabulary.
   *
   * @param span all of it
   * @param operator which
   * @param arguments what is given, by parameter, in the order of the parameters
   */
  record OperatorUse(Span span, Operator operator, Map<String, Expression> arguments)
      implements Element {}

  /**
   * A block.
   *
   * @param span all of it
   * @param block which
   * @param arguments what is given, by parameter, in the order of the parameters
   */
  record BlockUse(Span span, Template block, Map<String, Expression> arguments)
      implements Element {}

  /**
   * A slot of the enclosing block; each use is an instance of its own.
   *
   * @param span the word
   * @param slot which
   */
  record SlotUse(Span span, Slot slot) implements Element {}

  /**
   * A bound value, which the rest of the chain starts from.
   *
   * @param span the word
   * @param local which
   */
  record ValueUse(Span span, Local local) implements Element {}

  /**
   * {@code identity}.
   *
   * @param span the word
   */
  record Identity(Span span) implements Element {}

  /**
   * A body inside a chain.
   *
   * @param body its statements
   */
  record Group(Body body) implements Element {
    @Override
    public Span span() {
      return body.span();
    }
  }

  /**
   * Branches on the current value, joined.
   *
   * @param span all of it
   * @param kind how
   * @param branches at least one
   */
  record Merge(Span span, MergeKind kind, List<Branch> branches) implements Element {}

  /**
   * A branch.
   *
   * @param label the step it adds to paths; null for none
   * @param chain what it computes
   */
  record Branch(@Nullable String label, Chain chain) {}

  /**
   * A repetition.
   *
   * @param span all of it
   * @param element what is repeated
   * @param count how often
   */
  record Repeat(Span span, Element element, Expression count) implements Element {}

  /**
   * A decision at compile time.
   *
   * @param span all of it
   * @param condition what decides
   * @param then taken when it holds
   * @param otherwise taken when it does not; null for nothing
   */
  record Conditional(Span span, Expression condition, Body then, @Nullable Body otherwise)
      implements Element {}

  /**
   * What could not be resolved, which is already said: nothing more is said of what follows it.
   *
   * @param span all of it
   */
  record Unresolved(Span span) implements Element {}
}
