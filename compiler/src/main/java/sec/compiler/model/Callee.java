package sec.compiler.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Operator;
import sec.compiler.values.Type;

/**
 * What takes arguments: an operator, block, net, variant or slot.
 *
 * @param word what it is called
 * @param signature how it would be written, with its defaults
 * @param formals its parameters, in order
 */
public record Callee(String word, String signature, List<Formal> formals) {
  /** Keeps a copy. */
  public Callee {
    formals = List.copyOf(formals);
  }

  /**
   * A parameter.
   *
   * @param name its name
   * @param optional whether a use may leave it out
   * @param type what it takes
   * @param byName whether it is given by its name only
   */
  public record Formal(String name, boolean optional, Type type, boolean byName) {

    /** One that a use may give by its place or by its name. */
    public Formal(String name, boolean optional, Type type) {
      this(name, optional, type, false);
    }
  }

  /** An operator. */
  public static Callee of(Operator operator) {
    return new Callee(
        operator.word(),
        operator.signature(),
        operator.parameters().stream()
            .map(p -> new Formal(p.name(), p.isOptional(), p.type()))
            .toList());
  }

  /** Something of the language's own that has these parameters. */
  public static Callee of(String word, List<Parameter> parameters) {
    String signature =
        parameters.stream()
            .map(p -> p.name() + (p.fallback() == null ? "" : " = " + p.fallback().span().text()))
            .collect(Collectors.joining(", ", word + "(", ")"));
    return new Callee(
        word,
        signature,
        parameters.stream()
            .map(p -> new Formal(p.name(), p.fallback() != null, p.type()))
            .toList());
  }

  /** A net or variant, by {@code word}: what it leaves open, and the shape of its input. */
  public static Callee of(String word, Definition net) {
    Callee callee = of(word, Inherited.by(net));
    List<Formal> formals = new ArrayList<>(callee.formals);
    formals.add(new Formal(Words.INPUT, true, Type.LIST, true));
    return new Callee(word, callee.signature, formals);
  }

  /** The parameters that a use may give by their place. */
  public List<Formal> positional() {
    return formals.stream().filter(formal -> !formal.byName()).toList();
  }

  /** The parameter of that name; null when there is none. */
  public @Nullable Formal formal(String name) {
    return formals.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
  }

  /** The names of the parameters. */
  public List<String> names() {
    return formals.stream().map(Formal::name).toList();
  }
}
