package sec.compiler.help;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.ir.Network;
import sec.compiler.ir.NetworkBuilder;
import sec.compiler.ir.Parameter;
import sec.compiler.model.Module;
import sec.compiler.model.ModuleLoader;
import sec.compiler.model.Words;
import sec.compiler.operators.Operator;
import sec.compiler.operators.Shape;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;

/**
 * The shortest use of an operator, and what the compiler makes of it.
 *
 * @param use as it is written
 * @param input shape of what it is used on
 * @param output shape of what comes of it
 * @param parameters how many numbers it trains
 */
record OperatorExample(String use, Shape input, Shape output, long parameters) {
  /** A map that most numbers divide, and a vector. */
  private static final List<String> INPUTS = List.of("[64, 32, 32]", "[64]");

  /** The example of {@code operator}; empty for one that no chain of its own can use. */
  static Optional<OperatorExample> of(Operator operator) {
    return uses(operator)
        .flatMap(use -> INPUTS.stream().flatMap(input -> tried(use, input).stream()))
        .findFirst();
  }

  /** The shortest use, and where that is none, slightly longer ones. */
  private static Stream<String> uses(Operator operator) {
    List<Operator.Parameter> required =
        operator.parameters().stream().filter(p -> !p.isOptional()).toList();
    List<Operator.Parameter> first = operator.parameters().stream().limit(1).toList();
    return Stream.of(
        use(operator, required, "2"), use(operator, required, "3"), use(operator, first, "2"));
  }

  private static String use(Operator operator, List<Operator.Parameter> given, String number) {
    if (operator.isMerge()) {
      // The signature begins with the branches: attend(q | k | v, heads = 1).
      String branches = operator.signature().replaceFirst("^\\w+\\(([^,)]*).*", "$1");
      String same = branches.replace(" | ...", "").replaceAll("\\w+", Words.IDENTITY);
      return operator.word() + "(" + same + ")";
    }
    return given.isEmpty()
        ? operator.word()
        : given.stream()
            .map(parameter -> argument(parameter, number))
            .collect(Collectors.joining(", ", operator.word() + "(", ")"));
  }

  private static String argument(Operator.Parameter parameter, String number) {
    return switch (parameter.type()) {
      case INTEGER -> parameter.name().equals("out") ? "128" : number;
      case REAL -> "0.5";
      case BOOLEAN -> "true";
      case STRING -> "\"C\"";
      case LIST -> "[1, 1]";
      case SIZE -> "3";
      default -> number;
    };
  }

  private static Optional<OperatorExample> tried(String use, String input) {
    String text = "senet 1; net Example : %s < %s >".formatted(input, use);
    Diagnostics diagnostics = new Diagnostics();
    Module module =
        new ModuleLoader(new SourceTree(), diagnostics).text(new Source("example", text));
    return Optional.ofNullable(module.declared().get("Example"))
        .filter(read -> !diagnostics.hasErrors())
        .flatMap(net -> new NetworkBuilder(net, diagnostics).build())
        .map(network -> new OperatorExample(use, network.input(), result(network), size(network)));
  }

  private static Shape result(Network network) {
    return network.outputNode().shape();
  }

  private static long size(Network network) {
    return network.parameters().stream()
        .filter(Parameter::trained)
        .mapToLong(p -> p.shape().size())
        .sum();
  }
}
