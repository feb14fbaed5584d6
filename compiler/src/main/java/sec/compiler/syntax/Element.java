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
   * {@code add(a | b)}, {@code concat(a | b, axis = "H")}.
   *
   * @param span all of it
   * @param kind how branches are joined
   * @param branches in order
   * @param arguments what follows the branches, each with its name
   */
  record Merge(Span span, MergeKind kind, List<Branch> branches, List<Argument> arguments)
      implements Element {}

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
   * {@code for (a, b in list) < ... >}: the body once for each item. As the whole of a merge's
   * branch it is one branch for each item.
   *
   * @param span all of it
   * @param names of an item, or of the parts of each item
   * @param list what is gone through
   * @param body what is done
   */
  record For(Span span, List<Name> names, Expression list, Body body) implements Element {
    /** Keeps a copy. */
    public For {
      names = List.copyOf(names);
    }
  }

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
    /** Difference. */
    SUB,
    /** Quotient. */
    DIV,
    /** Maximum. */
    MAX,
    /** Side by side along an axis. */
    CONCAT,
    /** Attention of the first to the second, on the third. */
    ATTEND;

    /** The word in the text. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
