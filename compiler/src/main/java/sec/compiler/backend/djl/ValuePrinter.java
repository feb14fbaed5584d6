package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.Set;
import java.util.TreeSet;
import sec.compiler.operators.Operator;

/** Writes operators without parameters as expressions on arrays. */
final class ValuePrinter {
  private static final ClassName ACTIVATION = ClassName.get("ai.djl.nn", "Activation");
  private static final ClassName BLOCKS = ClassName.get("ai.djl.nn", "Blocks");
  private static final ClassName POOL = ClassName.get("ai.djl.nn.pooling", "Pool");
  private static final ClassName DROPOUT = ClassName.get("ai.djl.nn.norm", "Dropout");

  private ValuePrinter() {}

  /** An expression, and the variables of the constructor that it reads. */
  record Printed(CodeBlock code, Set<String> reads) {}

  private static Printed plain(String format, Object... args) {
    return new Printed(CodeBlock.of(format, args), Set.of());
  }

  /** {@code operator} on {@code x}; only for operators that own no parameters. */
  static Printed print(
      DjlProgram program, Operator operator, OperatorTerms arguments, Dims in, CodeBlock x) {
    return switch (operator) {
      case RELU -> plain("$T.relu($L)", ACTIVATION, x);
      case SIGMOID -> plain("$T.sigmoid($L)", ACTIVATION, x);
      case TANH -> plain("$T.tanh($L)", ACTIVATION, x);
      case GAP -> plain("$T.globalAvgPool2d($L)", POOL, x);
      case GMP -> plain("$T.globalMaxPool2d($L)", POOL, x);
      case FLATTEN -> in.map() ? plain("$T.batchFlatten($L)", BLOCKS, x) : plain("$L", x);
      case DROPOUT -> {
        Term.Real rate = arguments.real("rate");
        yield new Printed(
            CodeBlock.of(
                "$T.dropout($L, $L, pass.training()).singletonOrThrow()",
                DROPOUT,
                x,
                ChildPrinter.single(rate)),
            rate.names());
      }
      case MAXPOOL -> pool(CodeBlock.of("$T.maxPool2d", POOL), arguments, x, "");
      case AVGPOOL -> average(program, arguments, x);
      case CONV, DWCONV, FC, BN -> throw new IllegalArgumentException(operator.word());
    };
  }

  private static Printed average(DjlProgram program, OperatorTerms arguments, CodeBlock x) {
    Term.Truth include = arguments.truth("count_include_pad");
    Printed all = pool(CodeBlock.of("$T.avgPool2d", POOL), arguments, x, ", true");
    Whole[] pad = arguments.padding(false);
    boolean padded = !pad[0].is(0) || !pad[1].is(0);
    if (!padded || Boolean.TRUE.equals(include.constant())) {
      return all;
    }
    CodeBlock method = CodeBlock.of("$T.avgPool2d", program.insidePool());
    Printed inside = pool(method, arguments, x, "");
    if (include.constant() != null) {
      return inside;
    }
    Set<String> reads = new TreeSet<>(all.reads());
    reads.addAll(include.names());
    return new Printed(
        CodeBlock.of("($L ? $L : $L)", include.text(), all.code(), inside.code()), reads);
  }

  private static Printed pool(CodeBlock method, OperatorTerms arguments, CodeBlock x, String more) {
    Whole[] kernel = arguments.size("k");
    Whole[] stride = arguments.poolStride();
    Whole[] pad = arguments.padding(false);
    Term.Truth ceil = arguments.truth("ceil");
    Set<String> reads = new TreeSet<>(ceil.names());
    for (int i = 0; i < 2; i++) {
      reads.addAll(kernel[i].names());
      reads.addAll(stride[i].names());
      reads.addAll(pad[i].names());
    }
    CodeBlock code =
        CodeBlock.of(
            "$L($L,$W$L, $L, $L, $L$L)",
            method,
            x,
            ChildPrinter.shape(kernel),
            ChildPrinter.shape(stride),
            ChildPrinter.shape(pad),
            ceil.text(),
            more);
    return new Printed(code, reads);
  }
}
