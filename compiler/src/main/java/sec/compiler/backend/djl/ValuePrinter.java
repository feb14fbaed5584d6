package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sec.compiler.operators.Axis;
import sec.compiler.operators.Operator;

/** Writes operators without parameters as expressions on arrays. */
final class ValuePrinter {
  private static final ClassName ACTIVATION = ClassName.get("ai.djl.nn", "Activation");
  private static final ClassName BLOCKS = ClassName.get("ai.djl.nn", "Blocks");
  private static final ClassName POOL = ClassName.get("ai.djl.nn.pooling", "Pool");
  private static final ClassName DROPOUT = ClassName.get("ai.djl.nn.norm", "Dropout");

  private final DjlProgram program;
  private final OperatorTerms arguments;
  private final Dims in;
  private final CodeBlock x;

  private ValuePrinter(DjlProgram program, OperatorTerms arguments, Dims in, CodeBlock x) {
    this.program = program;
    this.arguments = arguments;
    this.in = in;
    this.x = x;
  }

  /** An expression, and the variables of the constructor that it reads. */
  record Printed(CodeBlock code, Set<String> reads) {}

  /** {@code operator} on {@code x}; only for operators that own no parameters. */
  static Printed print(
      DjlProgram program, Operator operator, OperatorTerms arguments, Dims in, CodeBlock x) {
    return new ValuePrinter(program, arguments, in, x).print(operator);
  }

  private Printed print(Operator operator) {
    return switch (operator) {
      case RELU -> plain("$T.relu($L)", ACTIVATION, x);
      case RELU6 -> plain("$T.relu($L).clip(0, 6)", ACTIVATION, x);
      case LEAKY_RELU -> leakyRelu();
      case SIGMOID -> plain("$T.sigmoid($L)", ACTIVATION, x);
      case HARD_SIGMOID -> own("Nonlinearity", "hardSigmoid");
      case TANH -> plain("$T.tanh($L)", ACTIVATION, x);
      case SILU -> own("Nonlinearity", "silu");
      case HARD_SWISH -> own("Nonlinearity", "hardSwish");
      case GELU -> plain("$T.gelu($L)", ACTIVATION, x);
      case MISH -> own("Nonlinearity", "mish");
      case SOFTMAX -> softmax();
      case SCALE_BY -> scaled(arguments.real("a"));
      case AFFINE -> affine(arguments.real("a"), arguments.real("b"));
      case LRN ->
          own(
              "ResponseNorm",
              "apply",
              Term.Quotient.of(arguments.whole("size")),
              arguments.real("alpha"),
              arguments.real("beta"),
              arguments.real("k"));
      case GAP -> plain("$T.globalAvgPool2d($L)", POOL, x);
      case GMP -> plain("$T.globalMaxPool2d($L)", POOL, x);
      case GSTD -> own("OverPlaces", "std", arguments.real("eps"), arguments.truth("unbiased"));
      case MEAN -> mean(arguments.text("over"));
      case SUM -> plain("$L.sum(new int[] {$L}, true)", x, axes(arguments.text("over")));
      case CHANNEL_MEAN -> plain("$L.mean(new int[] {1}, true)", x);
      case CHANNEL_MAX -> plain("$L.max(new int[] {1}, true)", x);
      case MAXPOOL -> PoolPrinter.maximum(arguments, x);
      case AVGPOOL -> PoolPrinter.average(program, arguments, x);
      case FLATTEN -> in.map() ? plain("$T.batchFlatten($L)", BLOCKS, x) : plain("$L", x);
      case SHUFFLE -> inGroups("shuffle");
      case FOLD -> inGroups("fold");
      case SLICE -> slice();
      case PAD -> pad(Padding.of(arguments));
      case TRANSPOSE -> plain("$L.swapAxes(2, 3)", x);
      case UPSAMPLE -> upsample();
      case DROPOUT -> dropout(arguments.real("rate"));
      case DROP_PATH -> dropPath(arguments.real("rate"));
      case CONV, DWCONV, CONV_TRANSPOSE, FC, CHANNEL_CONV, BN, LN, GN, PRELU, SPLIT ->
          throw new IllegalArgumentException(operator.word());
      case ADD, MUL, SUB, DIV, MAX, CONCAT, ATTEND ->
          throw new IllegalArgumentException(operator.word());
    };
  }

  private static Printed plain(String format, Object... args) {
    return new Printed(CodeBlock.of(format, args), Set.of());
  }

  /** A method of a class that is written beside the network's. */
  private Printed own(String type, String method, Term... more) {
    return own(program, type, method, x, List.of(more));
  }

  private static Printed own(
      DjlProgram program, String type, String method, CodeBlock x, List<Term> more) {
    Set<String> reads = new TreeSet<>();
    more.forEach(term -> reads.addAll(term.names()));
    CodeBlock.Builder call = CodeBlock.builder().add("$T.$L($L", program.support(type), method, x);
    more.forEach(term -> call.add(",$W$L", term.text()));
    return new Printed(call.add(")").build(), reads);
  }

  /** Attention of three values, {@code all} of them. */
  static Printed attend(DjlProgram program, OperatorTerms arguments, CodeBlock all) {
    Term heads = Term.Quotient.of(arguments.whole("heads"));
    List<Term> more =
        arguments.has("scale") ? List.of(heads, arguments.real("scale")) : List.of(heads);
    return own(program, "PlaceAttention", "attend", all, more);
  }

  private Printed leakyRelu() {
    Term.Real slope = arguments.real("slope");
    return new Printed(
        CodeBlock.of("$T.leakyRelu($L, $L)", ACTIVATION, x, ChildPrinter.single(slope)),
        slope.names());
  }

  private Printed softmax() {
    String over = arguments.text("over");
    if (arguments.has("groups")) {
      return inGroups("softmax");
    }
    return over.equals("HW")
        ? own("OverPlaces", "softmax")
        : plain("$L.softmax($L)", x, axes(over));
  }

  private Printed inGroups(String method) {
    return own("ChannelGroups", method, Term.Quotient.of(arguments.whole("groups")));
  }

  private Printed scaled(Term.Real factor) {
    return own("Scalar", "times", factor);
  }

  private Printed affine(Term.Real factor, Term.Real shift) {
    return new Printed(
        CodeBlock.of("$L.add($L)", scaled(factor).code(), shift.text()),
        Terms.union(factor, shift));
  }

  /** One axis at a time: DJL's mean over several fails. */
  private Printed mean(String over) {
    CodeBlock code = x;
    for (String axis : axes(over).split(", ", -1)) {
      code = CodeBlock.of("$L.mean(new int[] {$L}, true)", code, axis);
    }
    return new Printed(code, Set.of());
  }

  /** {@code HW} as {@code 2, 3}. */
  private static String axes(String over) {
    return over.chars()
        .mapToObj(axis -> String.valueOf(Axis.valueOf(Character.toString(axis)).index() + 1))
        .collect(Collectors.joining(", "));
  }

  private Printed slice() {
    Axis axis = arguments.axis("axis");
    Whole start = arguments.whole("start");
    Whole end = arguments.has("length") ? start.plus(arguments.whole("length")) : in.get(axis);
    return part(x, axis, start, end);
  }

  /** {@code x.get(":, 2:5")}: along {@code axis} from {@code start} up to {@code end}. */
  static Printed part(CodeBlock x, Axis axis, Whole start, Whole end) {
    String all = ":, ".repeat(axis.index() + 1);
    if (start.constant() != null && end.constant() != null) {
      return plain("$L.get($S)", x, all + start.text() + ":" + end.text());
    }
    Set<String> reads = new TreeSet<>(start.names());
    reads.addAll(end.names());
    return new Printed(
        CodeBlock.of("$L.get($S, $L, $L)", x, all + "{}:{}", start.text(), end.text()), reads);
  }

  private Printed pad(Padding padding) {
    String counts =
        padding.inDjl(in.map()).stream().map(Whole::text).collect(Collectors.joining(", "));
    return new Printed(
        CodeBlock.of("$L.pad(new $T($L), 0)", x, ChildPrinter.SHAPE, counts), padding.names());
  }

  private Printed upsample() {
    boolean size = arguments.has("size");
    Whole[] pair = arguments.size(size ? "size" : "factor");
    Term bilinear = Term.Truth.of(arguments.text("mode").equals("bilinear"));
    return own(
        "Upsampling",
        size ? "to" : "by",
        Term.Quotient.of(pair[0]),
        Term.Quotient.of(pair[1]),
        bilinear);
  }

  private Printed dropout(Term.Real rate) {
    return new Printed(
        CodeBlock.of(
            "$T.dropout($L, $L, pass.training()).singletonOrThrow()",
            DROPOUT,
            x,
            ChildPrinter.single(rate)),
        rate.names());
  }

  private Printed dropPath(Term.Real rate) {
    return new Printed(
        CodeBlock.of(
            "$T.apply($L, $L, pass.training())", program.support("DropPath"), x, rate.text()),
        rate.names());
  }
}
