package sec.compiler.backend.djl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Assembly;
import sec.compiler.model.Parameter;
import sec.compiler.model.Variant;
import sec.compiler.model.Words;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Value;

/** Which parameters of a variant, or of a net that is another one, its class may leave open. */
final class VariantParameters {
  private final Assembly assembly;
  private final List<String> taken;
  private final List<Parameter> open;
  private final Map<String, Term> netArguments;

  /**
   * Decides.
   *
   * @param assembly what the variant comes to
   * @param taken the parameters of the net that its class has, too
   */
  VariantParameters(Assembly assembly, List<String> taken) {
    this.assembly = assembly;
    this.taken = taken;
    List<Parameter> own =
        assembly.target() instanceof Variant variant
            ? variant.parameters().stream()
                .filter(p -> isOpen(value(p)) && !isOfInput(p, variant))
                .toList()
            : List.of();
    Optional<Map<String, Term>> symbolic = symbolic(own);
    this.open = symbolic.isPresent() ? own : List.of();
    this.netArguments = symbolic.orElseGet(() -> terms(assembly.arguments()));
  }

  /** Values as Java says them. */
  static Map<String, Term> terms(Map<String, Value> values) {
    Map<String, Term> terms = new LinkedHashMap<>();
    values.forEach((name, value) -> terms.put(name, Terms.of(value)));
    return terms;
  }

  /** The parameters that are parameters of the class. */
  List<Parameter> open() {
    return open;
  }

  /** What the net's parameters are, in terms of those. */
  Map<String, Term> netArguments() {
    return netArguments;
  }

  /** What an open parameter is in the network as it was compiled. */
  Term value(Parameter parameter) {
    for (Assembly.Graft graft : assembly.grafts()) {
      Value value = graft.values().get(parameter.name());
      if (value != null) {
        return Terms.of(value);
      }
    }
    if (assembly.target() instanceof Variant variant) {
      for (Map.Entry<String, Expression> argument : arguments(variant).entrySet()) {
        Value value = assembly.arguments().get(argument.getKey());
        if (value != null && argument.getValue().span().text().equals(parameter.name())) {
          return Terms.of(value);
        }
      }
    }
    return parameter.fallback() == null ? new Term.Nothing() : constant(parameter.fallback());
  }

  /** What the net is given; the shape of its input is asked for when a block is initialised. */
  private static Map<String, Expression> arguments(Variant variant) {
    Map<String, Expression> arguments = new LinkedHashMap<>(variant.arguments());
    arguments.remove(Words.INPUT);
    return arguments;
  }

  /** Whether the shape of the input follows from a parameter, which is then no class's. */
  private static boolean isOfInput(Parameter parameter, Variant variant) {
    return mentions(
        variant.arguments().get(Words.INPUT),
        Map.of(parameter.name(), Parameters.variable(parameter)));
  }

  private static Term constant(Expression written) {
    try {
      return new Terms(name -> null).of(written);
    } catch (NotOneClassException e) {
      return new Term.Nothing();
    }
  }

  private static boolean isOpen(Term value) {
    return !(value instanceof Term.Nothing) && !(value instanceof Term.Items);
  }

  /**
   * The net's arguments with {@code own} as variables: those that are written here, the others as
   * they were compiled; empty where others follow from them, or where they cannot be said.
   */
  private Optional<Map<String, Term>> symbolic(List<Parameter> own) {
    if (!(assembly.target() instanceof Variant variant) || arguments(variant).isEmpty()) {
      return Optional.of(terms(assembly.arguments()));
    }
    if (!variant.base().equals(assembly.net())) {
      return Optional.empty();
    }
    Map<String, Term> variables = new LinkedHashMap<>();
    Map<String, Term> values = new LinkedHashMap<>();
    for (Parameter parameter : own) {
      variables.put(parameter.name(), Parameters.variable(parameter));
      values.put(parameter.name(), value(parameter));
    }
    Map<String, Term> arguments = terms(assembly.arguments());
    Map<String, Term> open = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Expression> argument : arguments(variant).entrySet()) {
        Term compiled = arguments.get(argument.getKey());
        String as = new Terms(values::get).of(argument.getValue()).text();
        if (compiled == null || !as.equals(compiled.text())) {
          return Optional.empty();
        }
        Term term = new Terms(variables::get).of(argument.getValue());
        if (!term.names().isEmpty() && !taken.contains(argument.getKey())) {
          return Optional.empty();
        }
        open.put(argument.getKey(), term);
      }
    } catch (NotOneClassException e) {
      return Optional.empty();
    }
    arguments.putAll(open);
    return follows(open) ? Optional.empty() : Optional.of(arguments);
  }

  /** Whether a default of the net mentions an argument that is open. */
  private boolean follows(Map<String, Term> given) {
    return assembly.net().parameters().stream()
        .filter(p -> !given.containsKey(p.name()))
        .anyMatch(p -> mentions(p.fallback(), given));
  }

  private static boolean mentions(@Nullable Expression written, Map<String, Term> given) {
    if (written == null) {
      return false;
    }
    try {
      Terms terms =
          new Terms(
              name ->
                  given.containsKey(name)
                      ? given.get(name)
                      : new Term.Real("0", java.util.Set.of()));
      return !terms.of(written).names().isEmpty();
    } catch (NotOneClassException e) {
      return true;
    }
  }
}
