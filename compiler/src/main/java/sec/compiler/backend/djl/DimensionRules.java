package sec.compiler.backend.djl;

import java.math.BigInteger;
import java.util.List;
import sec.compiler.operators.Axis;
import sec.compiler.operators.Operator;

/** The sizes of an operator's result, as Java says them. */
final class DimensionRules {
  private DimensionRules() {}

  static Dims after(Operator operator, OperatorTerms arguments, Dims in) {
    return switch (operator) {
      case CONV -> convolved(arguments, in, arguments.whole("out"));
      case DWCONV -> convolved(arguments, in, in.c());
      case CONV_TRANSPOSE -> transposed(arguments, in);
      case FC -> Dims.vector(arguments.whole("out"));
      case GAP, GMP, GSTD -> Dims.vector(in.c());
      case FLATTEN -> in.map() ? Dims.vector(in.c().times(in.h()).times(in.w())) : in;
      case MAXPOOL, AVGPOOL -> pooled(arguments, in);
      case MEAN, SUM -> reduced(arguments.text("over"), in);
      case CHANNEL_MEAN, CHANNEL_MAX -> in.withChannels(Whole.ONE);
      case FOLD -> in.withChannels(in.c().over(arguments.whole("groups")));
      case SLICE -> in.with(arguments.axis("axis"), sliced(arguments, in));
      case PAD -> padded(Padding.of(arguments), in);
      case TRANSPOSE -> Dims.map(in.c(), in.w(), in.h());
      case UPSAMPLE -> upsampled(arguments, in);
      case BN, LN, GN, LRN -> in;
      case RELU, RELU6, PRELU, LEAKY_RELU, SIGMOID, HARD_SIGMOID, TANH -> in;
      case SILU, HARD_SWISH, GELU, MISH, SOFTMAX, SCALE_BY, AFFINE -> in;
      case CHANNEL_CONV, SHUFFLE, DROPOUT, DROP_PATH -> in;
      case SPLIT, ADD, MUL, SUB, DIV, MAX, CONCAT, ATTEND ->
          throw new IllegalArgumentException(operator.word());
    };
  }

  /** The sizes of what joins branches. */
  static Dims merged(Operator operator, OperatorTerms arguments, List<Dims> branches) {
    return switch (operator) {
      case CONCAT -> {
        Axis axis = arguments.axis("axis");
        Whole size = Whole.ZERO;
        for (Dims branch : branches) {
          size = size.plus(branch.get(axis));
        }
        yield branches.getFirst().with(axis, size);
      }
      case ATTEND -> branches.getFirst().withChannels(branches.getLast().c());
      default -> DimensionWalk.joined(branches);
    };
  }

  private static Dims reduced(String over, Dims in) {
    return Dims.map(
        in.c(), over.contains("H") ? Whole.ONE : in.h(), over.contains("W") ? Whole.ONE : in.w());
  }

  private static Dims padded(Padding pad, Dims in) {
    Whole c = in.c().plus(pad.before()).plus(pad.after());
    return in.map()
        ? Dims.map(
            c, in.h().plus(pad.top()).plus(pad.bottom()), in.w().plus(pad.left()).plus(pad.right()))
        : Dims.vector(c);
  }

  private static Dims upsampled(OperatorTerms arguments, Dims in) {
    if (arguments.has("size")) {
      Whole[] size = arguments.size("size");
      return Dims.map(in.c(), size[0], size[1]);
    }
    Whole[] factor = arguments.size("factor");
    return Dims.map(in.c(), factor[0].times(in.h()), factor[1].times(in.w()));
  }

  private static Dims transposed(OperatorTerms arguments, Dims in) {
    Whole[] size = {in.h(), in.w()};
    Whole[] stride = arguments.size("stride");
    Whole[] kernel = arguments.size("k");
    Whole[] pad = arguments.padding(true);
    Whole[] dilation = arguments.size("dilation");
    Whole[] more = arguments.size("output_pad");
    Whole[] out = new Whole[2];
    for (int i = 0; i < 2; i++) {
      Whole extent = dilation[i].times(kernel[i].minus(Whole.ONE)).plus(Whole.ONE);
      Whole rest = extent.plus(more[i]).minus(stride[i]).minus(pad[i].times(Whole.of(2)));
      out[i] = stride[i].times(size[i]).plus(rest);
    }
    return Dims.map(arguments.whole("out"), out[0], out[1]);
  }

  private static Whole sliced(OperatorTerms arguments, Dims in) {
    return arguments.has("length")
        ? arguments.whole("length")
        : in.get(arguments.axis("axis")).minus(arguments.whole("start"));
  }

  private static Dims convolved(OperatorTerms arguments, Dims in, Whole channels) {
    Whole[] kernel = arguments.size("k");
    Whole[] stride = arguments.size("stride");
    Whole[] pad = arguments.padding(true);
    Whole[] dilation = arguments.size("dilation");
    return Dims.map(
        channels,
        windows(in.h(), kernel[0], stride[0], pad[0], dilation[0]),
        windows(in.w(), kernel[1], stride[1], pad[1], dilation[1]));
  }

  private static Dims pooled(OperatorTerms arguments, Dims in) {
    Whole[] kernel = arguments.size("k");
    Whole[] stride = arguments.poolStride();
    Whole[] pad = arguments.padding(false);
    Term.Truth ceil = arguments.truth("ceil");
    if (ceil.constant() == null) {
      throw new NotOneClassException("ceil of a pool is a parameter");
    }
    Whole[] size = {in.h(), in.w()};
    Whole[] out = new Whole[2];
    for (int i = 0; i < 2; i++) {
      out[i] =
          ceil.constant()
              ? ceilWindows(size[i], kernel[i], stride[i], pad[i])
              : windows(size[i], kernel[i], stride[i], pad[i], Whole.ONE);
    }
    return Dims.map(in.c(), out[0], out[1]);
  }

  private static Whole windows(Whole size, Whole kernel, Whole stride, Whole pad, Whole dilation) {
    Whole extent = dilation.times(kernel.minus(Whole.ONE)).plus(Whole.ONE);
    Whole room = pad.times(Whole.of(2)).minus(extent);
    return stride.is(1)
        ? size.plus(room.plus(Whole.ONE))
        : size.plus(room).over(stride).plus(Whole.ONE);
  }

  private static Whole ceilWindows(Whole size, Whole kernel, Whole stride, Whole pad) {
    BigInteger sizeValue = size.constant();
    BigInteger kernelValue = kernel.constant();
    BigInteger strideValue = stride.constant();
    BigInteger padValue = pad.constant();
    if (sizeValue == null || kernelValue == null || strideValue == null || padValue == null) {
      return Whole.unknown("a pool with ceil stands on a map whose size is open");
    }
    int n = sizeValue.intValueExact();
    int k = kernelValue.intValueExact();
    int s = strideValue.intValueExact();
    int p = padValue.intValueExact();
    int places = Math.ceilDiv(n + 2 * p - k, s) + 1;
    return Whole.of((places - 1) * s >= n + p ? places - 1 : places);
  }
}
