package sec.compiler.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.operators.Operator;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;
import sec.compiler.syntax.QualifiedName;
import sec.compiler.values.Type;

/** Gives parameters their types, and the words in their defaults a meaning. */
final class ParameterResolver {
  private final ChainScope scope;
  private final Diagnostics diagnostics;

  /** Makes a resolver for parameters that are declared in {@code scope}. */
  ParameterResolver(ChainScope scope) {
    this.scope = scope;
    this.diagnostics = scope.diagnostics();
  }

  /** The parameters as declared: with types, their defaults not looked into. */
  List<Parameter> declared(List<Declaration.Parameter> declared) {
    Map<String, Type> types = new LinkedHashMap<>();
    List<Parameter> parameters = new ArrayList<>();
    for (Declaration.Parameter parameter : declared) {
      Name name = parameter.name();
      if (Words.SIZES.contains(name.text()) || Words.VALUES.contains(name.text())) {
        diagnostics.add(
            Code.E124, name.span(), name + " already has a meaning in expressions", null);
      } else if (types.containsKey(name.text())) {
        diagnostics.add(Code.E123, name.span(), "there are two parameters called " + name, null);
      }
      Type type = type(parameter, types);
      types.put(name.text(), type);
      if (type == Type.BLOCK || type == Type.VALUE) {
        requireFreeInChains(name);
      }
      if (type == Type.VALUE && parameter.fallback() != null) {
        diagnostics.add(
            Code.E134,
            parameter.fallback().span(),
            name + " is a value of the network: it has no default",
            "leave the default out; each use gives a bound value");
      }
      Local local = type == Type.VALUE ? new Local(name.text(), name.span()) : null;
      parameters.add(
          new Parameter(name.text(), type, parameter.fallback(), local, parameter.span()));
    }
    return parameters;
  }

  private void requireFreeInChains(Name name) {
    boolean taken = Operator.of(name.text()).isPresent() || Words.RESERVED.contains(name.text());
    QualifiedName alone = new QualifiedName(name.span(), List.of(name));
    if (taken || scope.definition(alone).isPresent()) {
      diagnostics.add(
          Code.E124,
          name.span(),
          "%s is %s here, and this parameter would stand in chains, too"
              .formatted(name, taken ? "an operator" : "a block or net"),
          "give it another name");
    }
  }

  private Type type(Declaration.Parameter parameter, Map<String, Type> known) {
    Name word = parameter.type();
    if (word == null) {
      Expression fallback = parameter.fallback();
      TypeInference inference =
          new TypeInference(known, new UseResolver(scope.blockValue())::isBlock);
      return fallback == null ? Type.INTEGER : inference.of(fallback);
    }
    Optional<Type> type = Type.of(word.text());
    if (type.isEmpty()) {
      diagnostics.add(
          Code.E135,
          word.span(),
          "there is no type " + word,
          Suggestion.help(word.text(), Stream.of(Type.values()).map(Type::word).toList(), "types"));
    }
    return type.orElse(Type.INTEGER);
  }

  /**
   * The parameters with the words of their defaults resolved; a default sees what its scope sees
   * and the parameters before it.
   *
   * @return null when a default has a mistake
   */
  @Nullable List<Parameter> resolved(List<Parameter> declared) {
    List<Parameter> resolved = new ArrayList<>();
    boolean sound = true;
    for (Parameter parameter : declared) {
      Expression written = parameter.fallback();
      Expression fallback =
          written == null
              ? null
              : new ExpressionResolver(scope)
                  .resolve(written, ExpressionResolver.Expected.of(parameter.type()));
      sound &= written == null || fallback != null;
      resolved.add(fallback == null ? parameter : parameter.withFallback(fallback));
      scope.see(parameter);
    }
    return sound ? resolved : null;
  }

  /** The parameters of a slot, which see what the block around them does. */
  List<Parameter> ofSlot(List<Declaration.Parameter> written, Collection<String> around) {
    List<Parameter> declared = declared(written);
    for (Declaration.Parameter parameter : written) {
      if (around.contains(parameter.name().text())
          && !Words.SIZES.contains(parameter.name().text())) {
        diagnostics.add(
            Code.E124,
            parameter.name().span(),
            parameter.name() + " is a parameter of the block already",
            "give it another name; what stands in the slot sees both");
      }
    }
    for (Parameter parameter : declared) {
      if (parameter.type() == Type.VALUE) {
        diagnostics.add(
            Code.E134,
            parameter.span(),
            "a slot hands on numbers and blocks, no values: " + parameter.name(),
            "write a block with a value parameter, and use it in place of the slot");
      }
    }
    List<Parameter> resolved = new ParameterResolver(scope.content(List.of())).resolved(declared);
    return resolved == null ? declared : resolved;
  }
}
