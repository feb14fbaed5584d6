package sec.compiler.model;

import java.util.Map;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Type;
import sec.compiler.values.Value;

/** The type of a parameter from its default. */
final class TypeInference {
  private TypeInference() {}

  static Type of(Expression expression, Map<String, Type> parameters) {
    return switch (expression) {
      case Expression.Literal literal -> of(literal);
      case Expression.Reference reference ->
          parameters.getOrDefault(reference.name().toString(), Type.INTEGER);
      case Expression.Call call -> call.function().text().equals("log2") ? Type.REAL : Type.INTEGER;
      case Expression.Listing ignored -> Type.LIST;
      case Expression.Index ignored -> Type.INTEGER;
      case Expression.Choice choice -> of(choice.then(), parameters);
      case Expression.Unary unary ->
          unary.operator() == Expression.UnaryOperator.NOT
              ? Type.BOOLEAN
              : of(unary.operand(), parameters);
      case Expression.Binary binary -> of(binary, parameters);
    };
  }

  private static Type of(Expression.Literal literal) {
    return switch (literal.value()) {
      case Value.Number ignored -> literal.decimal() ? Type.REAL : Type.INTEGER;
      case Value.Truth ignored -> Type.BOOLEAN;
      case Value.Text ignored -> Type.STRING;
      case Value.Items ignored -> Type.LIST;
      case Value.None ignored -> Type.INTEGER;
    };
  }

  private static Type of(Expression.Binary binary, Map<String, Type> parameters) {
    return switch (binary.operator()) {
      case PLUS, MINUS, TIMES, OVER, MODULO -> {
        boolean real =
            of(binary.left(), parameters) == Type.REAL
                || of(binary.right(), parameters) == Type.REAL;
        yield real ? Type.REAL : Type.INTEGER;
      }
      case LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, UNEQUAL, AND, OR -> Type.BOOLEAN;
    };
  }
}
