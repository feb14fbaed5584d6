package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Set;
import sec.compiler.operators.Operator;

/** Writes the joins of several values. */
final class MergePrinter {
  private static final ClassName ARRAYS = ClassName.get("ai.djl.ndarray", "NDArrays");
  private static final ClassName LIST_OF_ARRAYS = ClassName.get("ai.djl.ndarray", "NDList");

  private MergePrinter() {}

  /**
   * An expression for the join.
   *
   * @param operator which join
   * @param arguments of it
   * @param values Java for each branch, the first one a variable or a call
   * @param dims their sizes
   */
  static ValuePrinter.Printed print(
      DjlProgram program,
      Operator operator,
      OperatorTerms arguments,
      List<CodeBlock> values,
      List<Dims> dims) {
    return switch (operator) {
      case ADD -> one("add", values, dims);
      case MUL -> one("mul", values, dims);
      case SUB -> one("sub", values, dims);
      case DIV -> one("div", values, dims);
      case MAX -> one("maximum", values, dims);
      case CONCAT -> {
        CodeBlock all = CodeBlock.join(values, ", ");
        int axis = arguments.axis("axis").index() + 1;
        yield new ValuePrinter.Printed(
            CodeBlock.of("$T.concat(new $T($L), $L)", ARRAYS, LIST_OF_ARRAYS, all, axis), Set.of());
      }
      case ATTEND -> ValuePrinter.attend(program, arguments, CodeBlock.join(values, ", "));
      default -> throw new IllegalArgumentException(operator.word());
    };
  }

  /** One after the other, by a method of arrays. */
  private static ValuePrinter.Printed one(String method, List<CodeBlock> values, List<Dims> dims) {
    boolean map = dims.stream().anyMatch(Dims::map);
    CodeBlock joined = CodeBlock.of("");
    for (int i = 0; i < values.size(); i++) {
      CodeBlock value =
          map && !dims.get(i).map() ? CodeBlock.of("spread($L)", values.get(i)) : values.get(i);
      joined = i == 0 ? value : CodeBlock.of("$L.$L($L)", joined, method, value);
    }
    return new ValuePrinter.Printed(joined, Set.of());
  }
}
