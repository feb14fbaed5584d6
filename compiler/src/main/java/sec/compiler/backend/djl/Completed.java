package sec.compiler.backend.djl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sec.compiler.model.Element;
import sec.compiler.model.Parameter;
import sec.compiler.operators.Operator;
import sec.compiler.syntax.Expression;

/**
 * A block that was given, completed by the arguments of its use.
 *
 * @param scope what names mean in what was written where it was given
 * @param arguments of the operator or block, by parameter; empty for a body
 */
record Completed(Scope scope, Map<String, Term> arguments) {

  /**
   * The block that {@code use} stands for.
   *
   * @param use in a body
   * @param given what its parameter is there
   * @param around what names mean there
   * @param in the sizes of its input
   */
  static Completed of(Element.ParameterUse use, Term.Given given, Scope around, Dims in) {
    Scope written = new Scope(given.visible(), in);
    List<String> formals = formals(given.element());
    Map<String, Term> arguments = new LinkedHashMap<>();
    switch (given.element()) {
      case Element.OperatorUse operator -> arguments.putAll(written.terms(operator.arguments()));
      case Element.BlockUse block -> arguments.putAll(written.terms(block.arguments()));
      default -> Unwritten.plain(use);
    }
    arguments.putAll(around.terms(use.named()));
    List<String> open = new ArrayList<>(formals);
    open.removeAll(arguments.keySet());
    for (int i = 0; i < use.positional().size(); i++) {
      Expression argument = use.positional().get(i);
      arguments.put(open.get(i), around.terms().of(argument));
    }
    return new Completed(written, arguments);
  }

  private static List<String> formals(Element element) {
    return switch (element) {
      case Element.OperatorUse use ->
          use.operator().parameters().stream().map(Operator.Parameter::name).toList();
      case Element.BlockUse use -> use.block().parameters().stream().map(Parameter::name).toList();
      default -> List.of();
    };
  }
}
