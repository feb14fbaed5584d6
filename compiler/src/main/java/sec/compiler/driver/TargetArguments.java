package sec.compiler.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.ir.NetworkBuilder;
import sec.compiler.model.Definition;
import sec.compiler.model.Inherited;
import sec.compiler.model.Module;
import sec.compiler.model.Parameter;
import sec.compiler.source.Source;
import sec.compiler.syntax.Element.Argument;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.SenetReader;

/** What a target is given in its own text, {@code SEResNet50(r = 4)}, by position or by name. */
final class TargetArguments {
  private final TargetRequest request;
  private final TargetName target;
  private final Definition definition;
  private final Diagnostics diagnostics;

  TargetArguments(TargetRequest request, Definition definition, Diagnostics diagnostics) {
    this.request = request;
    this.target = TargetName.of(request.target());
    this.definition = definition;
    this.diagnostics = diagnostics;
  }

  /**
   * Sets them.
   *
   * @param names whose blocks a value may name
   */
  void apply(NetworkBuilder builder, Function<Expression, Module> names) {
    if (target.arguments().isEmpty()) {
      return;
    }
    Source source = new Source(Targets.COMMAND_LINE, request.target());
    List<Argument> arguments =
        SenetReader.arguments(source, target.name().length(), diagnostics).orElse(List.of());
    List<String> open =
        Inherited.by(definition).stream()
            .map(Parameter::name)
            .collect(Collectors.toCollection(ArrayList::new));
    List<String> given = new ArrayList<>();
    for (Argument argument : arguments) {
      String name = name(argument, open, given);
      if (name.isEmpty()) {
        return;
      }
      open.remove(name);
      given.add(name);
      Expression value = argument.value();
      builder.set(name, argument.span(), value, names.apply(value));
    }
  }

  /** Which parameter an argument is for; empty when that is wrong, which is then reported. */
  private String name(Argument argument, List<String> open, List<String> given) {
    if (argument.name() == null && open.isEmpty()) {
      diagnostics.add(
          Code.E126,
          argument.span(),
          definition.name() + " has no further parameter",
          given.isEmpty() ? null : "it has " + String.join(", ", given));
      return "";
    }
    String name = argument.name() == null ? open.getFirst() : argument.name().text();
    boolean set =
        request.settings().stream()
            .anyMatch(setting -> setting.split("=", 2)[0].strip().equals(name));
    if (set || given.contains(name)) {
      diagnostics.add(
          Code.E128,
          argument.span(),
          name + (set ? " is given by --set, too" : " is given already"),
          "leave one of them out");
      return "";
    }
    return name;
  }
}
