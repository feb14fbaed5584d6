package sec.compiler.syntax;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;

/** One operation of a chain. */
public sealed interface Element {

  /** All of it. */
  Span span();

  /**
   * An operator, block, slot or bound value: {@code fc(C/r)}.
   *
   * @param span all of it
   * @param name what is used
   * @param arguments in order; empty with and without parentheses
   */
  record Use(Span span, QualifiedName name, List<Argument> arguments) implements Element {}

  /**
   * {@code add(a | b)}.
   *
   * @param span all of it
   * @param kind how branches are joined
   * @param branches in order
   */
  record Merge(Span span, MergeKind kind, List<Branch> branches) implements Element {}

  /**
   * {@code < ... >} inside a chain.
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
   * {@code element * count}, each repeat with weights of its own.
   *
   * @param span all of it
   * @param element what is repeated
   * @param count how often
   */
  record Repeat(Span span, Element element, Expression count) implements Element {}

  /**
   * {@code if (condition) < ... > else < ... >}, decided at compile time.
   *
   * @param span all of it
   * @param condition what decides
   * @param then taken when it holds
   * @param otherwise taken when it does not: a group or another conditional; null for nothing
   */
  record Conditional(Span span, Expression condition, Body then, @Nullable Element otherwise)
      implements Element {}

  /**
   * An argument.
   *
   * @param name the parameter it is for; null when positional
   * @param value what it is
   */
  record Argument(@Nullable Name name, Expression value) {
    /** All of it. */
    public Span span() {
      return name == null ? value.span() : name.span().to(value.span());
    }
  }

  /**
   * A branch of a merge.
   *
   * @param span all of it
   * @param label its name; null without one
   * @param chain what it computes; empty when nothing is written, which is an error
   */
  record Branch(Span span, @Nullable Name label, Chain chain) {}

  /** How branches are joined. */
  enum MergeKind {
    /** Sum. */
    ADD,
    /** Product. */
    MUL,
    /** Side by side along the channels. */
    CONCAT;

    /** The word in the text. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
