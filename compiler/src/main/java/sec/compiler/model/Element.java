package sec.compiler.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Operator;
import sec.compiler.source.Span;
import sec.compiler.syntax.Element.MergeKind;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;

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
   * @param span all of it
   * @param slot which
   * @param arguments what is given, by parameter, in the order of the parameters
   */
  record SlotUse(Span span, Slot slot, Map<String, Expression> arguments) implements Element {}

  /**
   * A share of the enclosing block.
   *
   * @param span the word
   * @param share which
   */
  record ShareUse(Span span, Share share) implements Element {}

  /**
   * A parameter that stands for an operator or block, completed here.
   *
   * @param span all of it
   * @param name of the parameter
   * @param positional arguments that fill what remains, in order
   * @param named further arguments
   */
  record ParameterUse(
      Span span, String name, List<Expression> positional, Map<String, Expression> named)
      implements Element {
    /** Keeps copies. */
    public ParameterUse {
      positional = List.copyOf(positional);
      named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }
  }

  /**
   * {@code default} in what a variant puts: what stood in the slot before.
   *
   * @param span the word
   */
  record Default(Span span) implements Element {}

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
   * @param arguments what is given, by parameter of the operator, in their order
   */
  record Merge(Span span, MergeKind kind, List<Branch> branches, Map<String, Expression> arguments)
      implements Element {

    /** Its entry in the vocabulary. */
    public Operator operator() {
      return Operator.of(kind.word()).orElseThrow();
    }
  }

  /**
   * A branch.
   *
   * @param label the step it adds to paths; null for none
   * @param chain what it computes
   */
  record Branch(@Nullable String label, Chain chain) {

    /** The loop that it is as a whole: then it is as many branches as that has rounds. */
    public Optional<For> loop() {
      return chain.elements().size() == 1 && chain.elements().getFirst() instanceof For loop
          ? Optional.of(loop)
          : Optional.empty();
    }
  }

  /**
   * A repetition.
   *
   * @param span all of it
   * @param element what is repeated
   * @param count how often
   */
  record Repeat(Span span, Element element, Expression count) implements Element {}

  /**
   * The body once for each item of a list; as the whole of a branch, one branch for each.
   *
   * @param span all of it
   * @param names of the item, or of its parts
   * @param list what is gone through
   * @param body what is done
   */
  record For(Span span, List<Name> names, Expression list, Body body) implements Element {

    /** One round, as a chain. */
    public Chain round() {
      return new Chain(body.span(), List.of(new Group(body)));
    }
  }

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
