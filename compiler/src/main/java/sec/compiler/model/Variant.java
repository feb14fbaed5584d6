package sec.compiler.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.PathPattern;

/**
 * A net, or another variant, with some of its parameters set and something put into its slots:
 * {@code variant V of N < ... >}, or {@code net V = N(...)}.
 */
public final class Variant implements Declared {
  private final Declaration syntax;
  private List<Parameter> parameters = List.of();
  private @Nullable Definition base;
  private Map<String, Expression> arguments = Map.of();
  private List<Graft> grafts = List.of();
  private boolean sound = true;

  Variant(Declaration syntax) {
    this.syntax = syntax;
  }

  void take(List<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  /** Whether it is declared as a net: another one with some of its parameters set. */
  public boolean isNet() {
    return syntax instanceof Declaration.Alias;
  }

  void complete(Definition base, Map<String, Expression> arguments, List<Graft> grafts) {
    this.base = base;
    this.arguments = arguments;
    this.grafts = List.copyOf(grafts);
  }

  /** Something it is made of could not be resolved: it is not to be elaborated. */
  void markUnsound() {
    this.sound = false;
  }

  /** How many variants lie between this one and its net. */
  int depth() {
    return base instanceof Variant variant ? variant.depth() + 1 : 0;
  }

  /**
   * A line that puts something somewhere.
   *
   * @param span the whole line
   * @param path which slots
   * @param condition decided for each slot; null for always
   * @param content what is put there
   */
  public record Graft(Span span, PathPattern path, @Nullable Expression condition, Chain content) {}

  @Override
  public Declaration syntax() {
    return syntax;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The net or variant that it changes. */
  public Definition base() {
    if (base == null) {
      throw new IllegalStateException(name() + " is not resolved yet");
    }
    return base;
  }

  /** Whether it can be elaborated, down to its net: it cannot when a name was wrong. */
  public boolean isComplete() {
    return sound
        && switch (base) {
          case null -> false;
          case Variant variant -> variant.isComplete();
          case Template net -> net.isSound();
          case Experiment ignored -> false;
          case Missing ignored -> false;
        };
  }

  /** What it sets of its base, by parameter. */
  public Map<String, Expression> arguments() {
    return arguments;
  }

  /** Its lines, in order. */
  public List<Graft> grafts() {
    return grafts;
  }

  @Override
  public String toString() {
    return (isNet() ? "net " : "variant ") + name();
  }
}
