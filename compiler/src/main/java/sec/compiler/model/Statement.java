package sec.compiler.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Statement.PhaseKind;

/** A statement with its names resolved. */
public sealed interface Statement {

  /** All of it. */
  Span span();

  /**
   * Binds a value; the current one stays.
   *
   * @param span all of it
   * @param local what it is bound to
   * @param chain what is computed
   */
  record Let(Span span, Local local, Chain chain) implements Statement {}

  /**
   * Binds the several values that a chain ends in; the current one stays.
   *
   * @param span all of it
   * @param locals what they are bound to
   * @param chain what is computed
   */
  record Unpack(Span span, List<Local> locals, Chain chain) implements Statement {
    /** Keeps a copy. */
    public Unpack {
      locals = List.copyOf(locals);
    }
  }

  /**
   * Declares a share.
   *
   * @param span all of it
   * @param share what it is
   */
  record Sharing(Span span, Share share) implements Statement {}

  /**
   * A further result of the network; the current value stays.
   *
   * @param span all of it
   * @param name what it is called
   * @param chain what is computed
   */
  record Output(Span span, String name, Chain chain) implements Statement {}

  /**
   * A condition that must hold.
   *
   * @param span all of it
   * @param condition the condition
   * @param message the author's words
   */
  record Require(Span span, Expression condition, String message) implements Statement {}

  /**
   * A phase of channel attention; the first one of a body remembers the current value.
   *
   * @param span all of it
   * @param kind which
   * @param chain what it does
   */
  record Phase(Span span, PhaseKind kind, Chain chain) implements Statement {}

  /**
   * Multiplies the remembered value by the current one.
   *
   * @param span the word
   */
  record Scale(Span span) implements Statement {}

  /**
   * A chain.
   *
   * @param span all of it
   * @param label the step it adds to paths; null for none
   * @param chain what is computed
   */
  record Flow(Span span, @Nullable String label, Chain chain) implements Statement {}
}
