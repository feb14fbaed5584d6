package sec.compiler.backend.djl;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import sec.compiler.model.Parameter;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Type;

/** Parameters of blocks as parameters of constructors. */
final class Parameters {
  private Parameters() {}

  static TypeName type(Type type, DjlProgram program) {
    return switch (type) {
      case INTEGER -> TypeName.INT;
      case REAL -> TypeName.DOUBLE;
      case BOOLEAN -> TypeName.BOOLEAN;
      case STRING -> ClassName.get(String.class);
      case LIST -> ArrayTypeName.of(TypeName.INT);
      case SIZE -> ChildPrinter.SHAPE;
      case BLOCK -> program.support("BlockMaker");
      case VALUE -> throw given(type);
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
      case LIST, SIZE ->
          new Term.Variable(
              name, whole.names(), parameter.type() == Type.SIZE, isOptional(parameter));
      case BLOCK -> new Term.Maker(name, whole.names());
      case VALUE -> throw given(parameter.type());
    };
  }

  /** Whether it may be not given. */
  private static boolean isOptional(Parameter parameter) {
    return parameter.fallback() instanceof Expression.Reference reference
        && reference.name().toString().equals("none");
  }

  /** A value as an argument for {@code parameter}. */
  static CodeBlock argument(Term value, Parameter parameter) {
    boolean open =
        value instanceof Term.Nothing || (value instanceof Term.Variable list && list.perhaps());
    if (open && !isOptional(parameter)) {
      throw new NotOneClassException(parameter.name() + " may be none");
    }
    return argument(value, parameter.type());
  }

  /** A value as an argument for a parameter of {@code type}. */
  private static CodeBlock argument(Term value, Type type) {
    return switch (type) {
      case INTEGER -> CodeBlock.of("$L", Terms.number(value, value.text()).whole().text());
      case REAL -> CodeBlock.of("$L", Terms.real(value).text());
      case BOOLEAN, STRING -> CodeBlock.of("$L", value.text());
      case LIST -> CodeBlock.of("$L", value.text());
      case SIZE -> size(value);
      case BLOCK -> CodeBlock.of("$L", value.text());
      case VALUE -> throw given(type);
    };
  }

  private static NotOneClassException given(Type type) {
    return new NotOneClassException(type.description() + " is given as an argument");
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
