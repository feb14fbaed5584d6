package sec.compiler.ir;

import sec.compiler.diagnostics.Code;
import sec.compiler.model.Parameter;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Type;
import sec.compiler.values.Value;

/** Checks that values fit the parameters they are for. */
final class ParameterTypes {
  private ParameterTypes() {}

  static void check(Parameter parameter, Value value, Expression written)
      throws EvaluationException {
    if (parameter.type().accepts(value)) {
      return;
    }
    String text = written.span().text();
    String shown = text.equals(value.toString()) ? text : text + " = " + value;
    boolean inexact =
        value instanceof Value.Number
            && (parameter.type() == Type.INTEGER || parameter.type() == Type.SIZE);
    if (inexact) {
      throw new EvaluationException(
          Code.E201,
          written.span(),
          parameter.name()
              + " needs a whole number, but "
              + (shown.equals(text) ? "it is " : "")
              + shown,
          roundings(text));
    }
    throw new EvaluationException(
        Code.E208,
        written.span(),
        "%s needs %s, but %s is %s"
            .formatted(parameter.name(), parameter.type().description(), shown, value.kind()),
        null);
  }

  private static String roundings(String text) {
    return "round it: ceil(%1$s), max(floor(%1$s), 1) or round_to(%1$s, 8)".formatted(text);
  }
}
