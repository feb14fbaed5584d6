package sec.compiler.backend.djl;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import sec.compiler.model.Parameter;
import sec.compiler.values.Type;

/** Parameters of blocks as parameters of constructors. */
final class Parameters {
  private Parameters() {}

  static TypeName type(Type type) {
    return switch (type) {
      case INTEGER -> TypeName.INT;
      case REAL -> TypeName.DOUBLE;
      case BOOLEAN -> TypeName.BOOLEAN;
      case STRING -> ClassName.get(String.class);
      case LIST -> ArrayTypeName.of(TypeName.INT);
      case SIZE -> ChildPrinter.SHAPE;
      case BLOCK, VALUE -> throw given(type);
    };
  }

  /** The parameter inside its class: a variable. */
  static Term variable(Parameter parameter) {
    String name = Identifiers.parameter(parameter.name());
    Whole whole = Whole.variable(name);
    return switch (parameter.type()) {
      case INTEGER -> Term.Quotient.of(whole);
      case REAL -> new Term.Real(name, whole.names());
      case BOOLEAN -> new Term.Truth(name, null, whole.names());
      case STRING -> new Term.Text(name, null, whole.names());
      case LIST, SIZE -> Term.Variable.of(name, parameter.type() == Type.SIZE);
      case BLOCK, VALUE -> throw given(parameter.type());
    };
  }

  /** A value as an argument for a parameter of {@code type}. */
  static CodeBlock argument(Term value, Type type) {
    return switch (type) {
      case INTEGER -> CodeBlock.of("$L", Terms.number(value, value.text()).whole().text());
      case REAL -> CodeBlock.of("$L", Terms.real(value).text());
      case BOOLEAN, STRING -> CodeBlock.of("$L", value.text());
      case LIST -> list(value);
      case SIZE -> size(value);
      case BLOCK, VALUE -> throw given(type);
    };
  }

  private static NotOneClassException given(Type type) {
    return new NotOneClassException(type.description() + " is given as an argument");
  }

  private static CodeBlock list(Term value) {
    if (value instanceof Term.Items items) {
      boolean flat =
          items.items().stream()
              .allMatch(item -> item instanceof Term.Quotient number && number.isWhole());
      if (!flat) {
        throw new NotOneClassException("a list of more than whole numbers is a parameter");
      }
    }
    return CodeBlock.of("$L", value.text());
  }

  private static CodeBlock size(Term value) {
    return switch (value) {
      case Term.Quotient both -> ChildPrinter.shape(new Whole[] {both.whole(), both.whole()});
      case Term.Items pair ->
          ChildPrinter.shape(
              new Whole[] {
                Terms.number(pair.items().get(0), pair.text()).whole(),
                Terms.number(pair.items().get(1), pair.text()).whole()
              });
      default -> CodeBlock.of("$L", value.text());
    };
  }
}
