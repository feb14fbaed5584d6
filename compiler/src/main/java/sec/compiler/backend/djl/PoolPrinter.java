package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.Set;
import java.util.TreeSet;
import sec.compiler.backend.djl.ValuePrinter.Printed;

/** Writes pooling as expressions on arrays. */
final class PoolPrinter {
  private static final ClassName POOL = ClassName.get("ai.djl.nn.pooling", "Pool");

  private PoolPrinter() {}

  static Printed maximum(OperatorTerms arguments, CodeBlock x) {
    return pool(CodeBlock.of("$T.maxPool2d", POOL), arguments, x, "");
  }

  static Printed average(DjlProgram program, OperatorTerms arguments, CodeBlock x) {
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
