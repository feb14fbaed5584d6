package sec.compiler.model;

import java.util.Map;
import java.util.function.Predicate;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.QualifiedName;
import sec.compiler.values.Type;
import sec.compiler.values.Value;

/** The type of a parameter from its default. */
final class TypeInference {
  private final Map<String, Type> parameters;
  private final Predicate<QualifiedName> blocks;

  /**
   * Makes an inference.
   *
   * @param parameters the types of the parameters before this one
   * @param blocks whether a name is that of an operator or block
   */
  TypeInference(Map<String, Type> parameters, Predicate<QualifiedName> blocks) {
    this.parameters = parameters;
    this.blocks = blocks;
  }

  Type of(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> of(literal);
      case Expression.Reference reference -> of(reference.name());
      case Expression.Call call -> of(call);
      case Expression.Listing ignored -> Type.LIST;
      case Expression.Index index -> of(index);
      case Expression.Choice choice -> of(choice.then());
      case Expression.Unary unary ->
          unary.operator() == Expression.UnaryOperator.NOT ? Type.BOOLEAN : of(unary.operand());
      case Expression.Binary binary -> of(binary);
      case Expression.Block ignored -> Type.BLOCK;
      case Expression.Resolved ignored -> Type.BLOCK;
    };
  }

  private Type of(QualifiedName name) {
    Type known = parameters.get(name.toString());
    if (known != null) {
      return known;
    }
    return blocks.test(name) ? Type.BLOCK : Type.INTEGER;
  }

  private Type of(Expression.Call call) {
    return MathFunction.of(call.function().toString())
        .map(
            function ->
                switch (function) {
                  case LOG2 -> Type.REAL;
                  case ZIP -> Type.LIST;
                  default -> Type.INTEGER;
                })
        .orElseGet(() -> blocks.test(call.function()) ? Type.BLOCK : Type.INTEGER);
  }

  /** Several items of a list are a list; one item of a written list is what the first one is. */
  private Type of(Expression.Index index) {
    boolean several = of(index.index()) == Type.LIST;
    if (!several
        && index.list() instanceof Expression.Listing listing
        && !listing.items().isEmpty()) {
      return of(listing.items().getFirst());
    }
    return several ? Type.LIST : Type.INTEGER;
  }

  private static Type of(Expression.Literal literal) {
    return switch (literal.value()) {
      case Value.Number ignored -> literal.decimal() ? Type.REAL : Type.INTEGER;
      case Value.Truth ignored -> Type.BOOLEAN;
      case Value.Text ignored -> Type.STRING;
      case Value.Items ignored -> Type.LIST;
      case Value.Operation ignored -> Type.BLOCK;
      case Value.None ignored -> Type.INTEGER;
    };
  }

  private Type of(Expression.Binary binary) {
    return switch (binary.operator()) {
      case PLUS, MINUS, TIMES, OVER, MODULO ->
          of(binary.left()) == Type.REAL || of(binary.right()) == Type.REAL
              ? Type.REAL
              : Type.INTEGER;
      case RANGE -> Type.LIST;
      case LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, UNEQUAL, AND, OR -> Type.BOOLEAN;
    };
  }
}
