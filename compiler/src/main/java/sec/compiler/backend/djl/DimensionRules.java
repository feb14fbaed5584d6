package sec.compiler.backend.djl;

import java.math.BigInteger;
import sec.compiler.operators.Operator;

/** The sizes of an operator's result, as Java says them. */
final class DimensionRules {
  private DimensionRules() {}

  static Dims after(Operator operator, OperatorTerms arguments, Dims in) {
    return switch (operator) {
      case CONV -> convolved(arguments, in, arguments.whole("out"));
      case DWCONV -> convolved(arguments, in, in.c());
      case FC -> Dims.vector(arguments.whole("out"));
      case GAP, GMP -> Dims.vector(in.c());
      case FLATTEN -> in.map() ? Dims.vector(in.c().times(in.h()).times(in.w())) : in;
      case MAXPOOL, AVGPOOL -> pooled(arguments, in);
      case BN, RELU, SIGMOID, TANH, DROPOUT -> in;
    };
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
