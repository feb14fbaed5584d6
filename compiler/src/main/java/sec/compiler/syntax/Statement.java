package sec.compiler.syntax;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;

/** One statement of a body. */
public sealed interface Statement {

  /** All of it. */
  Span span();

  /**
   * {@code let x = chain}, or {@code let x, y = chain} where the chain ends in several values.
   *
   * @param span all of it
   * @param names what the results are called
   * @param chain what is computed
   */
  record Let(Span span, List<Name> names, Chain chain) implements Statement {
    /** Keeps a copy. */
    public Let {
      names = List.copyOf(names);
    }
  }

  /**
   * {@code share f = chain}: one set of weights for all uses of the name.
   *
   * @param span all of it
   * @param name what it is called
   * @param place its step of the path; null where that is its name
   * @param chain what each use does
   */
  record Share(Span span, Name name, @Nullable Place place, Chain chain) implements Statement {}

  /**
   * A step of a path as it is: {@code f} or {@code f[1]}.
   *
   * @param span all of it
   * @param word its word
   * @param index its index; null for none
   */
  record Place(Span span, Name word, @Nullable Expression index) {}

  /**
   * {@code output name = chain}: a further result of the network.
   *
   * @param span all of it
   * @param name what the result is called
   * @param chain what is computed
   */
  record Output(Span span, Name name, Chain chain) implements Statement {}

  /**
   * {@code require (condition) "message"}.
   *
   * @param span all of it
   * @param condition what must hold
   * @param message the author's words when it does not
   */
  record Require(Span span, Expression condition, String message) implements Statement {}

  /**
   * {@code slot name(parameters) = chain}.
   *
   * @param span all of it
   * @param name the slot
   * @param parameters what its uses tell its content
   * @param content what stands there by default; null for nothing
   */
  record Slot(Span span, Name name, List<Declaration.Parameter> parameters, @Nullable Chain content)
      implements Statement {
    /** Keeps a copy. */
    public Slot {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * {@code squeeze chain}, {@code learn chain}, {@code excite chain}.
   *
   * @param span all of it
   * @param kind which phase
   * @param chain what it does
   */
  record Phase(Span span, PhaseKind kind, Chain chain) implements Statement {}

  /**
   * {@code scale}: multiplies what the first phase remembered by the current value.
   *
   * @param span the word
   */
  record Scale(Span span) implements Statement {}

  /**
   * {@code label: chain}, or a chain alone.
   *
   * @param span all of it
   * @param label the name of this place; null without one
   * @param chain what is computed
   */
  record Flow(Span span, @Nullable Name label, Chain chain) implements Statement {}

  /** The phases before scale, in their order. */
  enum PhaseKind {
    /** From the map to a summary. */
    SQUEEZE,
    /** On the summary. */
    LEARN,
    /** From the summary to the gate. */
    EXCITE;

    /** The keyword. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
