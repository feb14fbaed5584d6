package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sec.compiler.operators.Operator;

/** Writes the DJL blocks of operators that own parameters. */
final class ChildPrinter {
  static final ClassName SHAPE = ClassName.get("ai.djl.ndarray.types", "Shape");
  private static final ClassName CONV = ClassName.get("ai.djl.nn.convolutional", "Conv2d");
  private static final ClassName LINEAR = ClassName.get("ai.djl.nn.core", "Linear");
  private static final ClassName BATCH_NORM = ClassName.get("ai.djl.nn.norm", "BatchNorm");

  /** PyTorch counts the new batch's share, DJL the old statistics'. */
  private static final double ONE = 1;

  private final List<CodeBlock> calls = new ArrayList<>();
  private final Set<String> reads = new TreeSet<>();

  /** The text of a child, and the variables it reads. */
  record Child(CodeBlock code, Set<String> reads) {}

  /** The block of an operator that owns parameters; empty for any other. */
  static Optional<Child> of(
      DjlProgram program, Operator operator, OperatorTerms arguments, Dims in) {
    Child child =
        switch (operator) {
          case CONV -> convolution(arguments, arguments.whole("out"), arguments.whole("groups"));
          case DWCONV -> convolution(arguments, in.c(), in.c());
          case FC ->
              arguments.whole("groups").is(1)
                  ? linear(arguments)
                  : LayerPrinter.groupedLinear(program, arguments, in);
          case BN -> batchNorm(arguments);
          case CONV_TRANSPOSE -> LayerPrinter.transposed(program, arguments, in);
          case CHANNEL_CONV -> LayerPrinter.channelConv(program, arguments);
          case LN -> LayerPrinter.layerNorm(program, arguments, in);
          case GN -> LayerPrinter.groupNorm(program, arguments, in);
          case PRELU -> LayerPrinter.prelu(program, arguments, in);
          case LRN, RELU, RELU6, LEAKY_RELU, SIGMOID, HARD_SIGMOID, TANH -> null;
          case SILU, HARD_SWISH, GELU, MISH, SOFTMAX, SCALE_BY, AFFINE -> null;
          case GAP, GMP, GSTD, MEAN, SUM, CHANNEL_MEAN, CHANNEL_MAX, MAXPOOL, AVGPOOL -> null;
          case FLATTEN, SHUFFLE, FOLD, SLICE, PAD, TRANSPOSE, UPSAMPLE, DROPOUT, DROP_PATH -> null;
          case SPLIT, ADD, MUL, SUB, DIV, MAX, CONCAT, ATTEND ->
              throw new IllegalArgumentException(operator.word());
        };
    return Optional.ofNullable(child).map(layer -> started(program, layer, arguments));
  }

  /** A layer whose initialiser is written says so. */
  private static Child started(DjlProgram program, Child layer, OperatorTerms arguments) {
    Term init = arguments.initializer().orElse(null);
    if (init == null) {
      return layer;
    }
    Set<String> reads = new TreeSet<>(layer.reads());
    reads.addAll(init.names());
    CodeBlock code =
        CodeBlock.of("$T.starting($L,$W$L)", program.support("Weights"), init.text(), layer.code());
    return new Child(code, reads);
  }

  private Child built(ClassName type) {
    CodeBlock.Builder code = CodeBlock.builder().add("$T.builder()", type);
    for (CodeBlock call : calls) {
      code.add("$Z.$L", call);
    }
    return new Child(code.add("$Z.build()").build(), reads);
  }

  private void call(String method, Whole value) {
    read(value);
    calls.add(CodeBlock.of("$L($L)", method, value.text()));
  }

  private void read(Whole value) {
    reads.addAll(value.names());
  }

  private void pair(String method, Whole[] pair) {
    read(pair[0]);
    read(pair[1]);
    calls.add(CodeBlock.of("$L($L)", method, shape(pair)));
  }

  private void padding(OperatorTerms arguments) {
    Whole[] padding = arguments.padding(true);
    Term.Variable given = arguments.optionalPadding().orElse(null);
    if (given != null) {
      read(padding[0]);
      read(padding[1]);
      CodeBlock standard = shape(arguments.standardPadding(true));
      calls.add(CodeBlock.of("optPadding($1L == null ? $2L : $1L)", given.text(), standard));
    } else if (!both(padding, 0)) {
      pair("optPadding", padding);
    }
  }

  static CodeBlock shape(Whole[] pair) {
    String height = part(pair[0]);
    String width = part(pair[1]);
    boolean whole =
        height.matches("\\w+\\.get\\(0\\)") && width.equals(height.replace("get(0)", "get(1)"));
    return whole
        ? CodeBlock.of("$L", height.substring(0, height.indexOf('.')))
        : CodeBlock.of("new $T($L, $L)", SHAPE, height, width);
  }

  /** Shapes are made of and give long numbers: what one gives goes into another as it is. */
  private static String part(Whole size) {
    return size.text().replaceAll("\\(int\\) (\\w+\\.get\\([01]\\))", "$1");
  }

  private static boolean both(Whole[] pair, long value) {
    return pair[0].is(value) && pair[1].is(value);
  }

  private static Child convolution(OperatorTerms arguments, Whole out, Whole groups) {
    ChildPrinter printer = new ChildPrinter();
    printer.call("setFilters", out);
    printer.pair("setKernelShape", arguments.size("k"));
    if (!both(arguments.size("stride"), 1)) {
      printer.pair("optStride", arguments.size("stride"));
    }
    printer.padding(arguments);
    if (!both(arguments.size("dilation"), 1)) {
      printer.pair("optDilation", arguments.size("dilation"));
    }
    if (!groups.is(1)) {
      printer.call("optGroups", groups);
    }
    printer.bias(arguments, true);
    return printer.built(CONV);
  }

  private static Child linear(OperatorTerms arguments) {
    ChildPrinter printer = new ChildPrinter();
    printer.call("setUnits", arguments.whole("out"));
    printer.bias(arguments, true);
    return printer.built(LINEAR);
  }

  private void bias(OperatorTerms arguments, boolean standard) {
    Term.Truth bias = arguments.truth("bias");
    reads.addAll(bias.names());
    if (bias.constant() == null || bias.constant() != standard) {
      calls.add(CodeBlock.of("optBias($L)", bias.text()));
    }
  }

  private static Child batchNorm(OperatorTerms arguments) {
    ChildPrinter printer = new ChildPrinter();
    Term.Real eps = arguments.real("eps");
    Term.Real momentum = arguments.real("momentum");
    printer.reads.addAll(eps.names());
    printer.reads.addAll(momentum.names());
    printer.calls.add(CodeBlock.of("optEpsilon($L)", single(eps)));
    printer.calls.add(CodeBlock.of("optMomentum($L)", kept(momentum)));
    return printer.built(BATCH_NORM);
  }

  /** A real number as a {@code float}. */
  static String single(Term.Real real) {
    return real.names().isEmpty() ? number(real.text()) + "f" : "(float) " + grouped(real);
  }

  private static String grouped(Term.Real real) {
    return real.text().matches("\\w+") ? real.text() : "(" + real.text() + ")";
  }

  private static String kept(Term.Real momentum) {
    return momentum.names().isEmpty()
        ? Float.toString((float) (ONE - Double.parseDouble(momentum.text()))) + "f"
        : "(float) (1 - " + momentum.text() + ")";
  }

  private static String number(String text) {
    return Float.toString((float) Double.parseDouble(text));
  }
}
