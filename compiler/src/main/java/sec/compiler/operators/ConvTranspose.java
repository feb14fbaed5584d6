package sec.compiler.operators;

import java.util.List;
import sec.compiler.diagnostics.Code;

/**
 * Transposed 2-D convolution: what takes a convolution's output back to its input's size. Weight
 * {@code [C, out/groups, kh, kw]}, as PyTorch's.
 *
 * @param out output channels
 * @param vertical the window of that convolution along H
 * @param horizontal the window of that convolution along W
 * @param outputPad rows and columns more at the end, where several sizes lead to one
 * @param groups independent slices of the channels
 * @param bias whether a bias is added
 * @param init name of the initialiser
 */
public record ConvTranspose(
    int out,
    Window vertical,
    Window horizontal,
    List<Integer> outputPad,
    int groups,
    boolean bias,
    String init)
    implements Primitive {

  /** Keeps a copy. */
  public ConvTranspose {
    outputPad = List.copyOf(outputPad);
  }

  @Override
  public String word() {
    return "conv_transpose";
  }

  @Override
  public Shape output(List<Shape> inputs) throws ShapeException {
    Shape in = ShapeRules.map(word(), inputs, ShapeRules.BEFORE_VECTOR);
    ShapeRules.divides(word(), "input channels", in.channels(), groups);
    ShapeRules.divides(word(), "output channels", out, groups);
    return Shape.of(
        out,
        size(in.height(), vertical, outputPad.get(0)),
        size(in.width(), horizontal, outputPad.get(1)));
  }

  private int size(int size, Window window, int more) throws ShapeException {
    if (more >= Math.max(window.stride(), window.dilation())) {
      throw new ShapeException(
          Code.E207,
          "%s has an output_pad of %d, but a stride of %d and a dilation of %d leave no such size"
              .formatted(word(), more, window.stride(), window.dilation()),
          "output_pad must be smaller than one of them");
    }
    long result = (size - 1L) * window.stride() - 2L * window.pad() + window.extent() + more;
    if (result < 1 || result > Integer.MAX_VALUE) {
      throw new ShapeException(
          Code.E205,
          "%s would give a size of %d: (%d - 1) * %d - 2 * %d + %d + %d"
              .formatted(
                  word(), result, size, window.stride(), window.pad(), window.extent(), more),
          "pad less");
    }
    return (int) result;
  }

  @Override
  public List<TensorSpec> tensors(List<Shape> inputs) {
    int in = inputs.getFirst().channels();
    long area = (long) vertical.kernel() * horizontal.kernel();
    // PyTorch takes the second dimension of the weight for the inputs, here too.
    long fanIn = out / groups * area;
    TensorSpec weight =
        TensorSpec.parameter(
            "weight",
            Shape.of(in, out / groups, vertical.kernel(), horizontal.kernel()),
            Initializer.weight(init, fanIn, in * area));
    return bias
        ? List.of(
            weight, TensorSpec.parameter("bias", Shape.of(out), Initializer.bias(init, fanIn)))
        : List.of(weight);
  }

  @Override
  public long macs(List<Shape> inputs, Shape output) {
    long perElement = (long) out / groups * vertical.kernel() * horizontal.kernel();
    return Math.multiplyExact(inputs.getFirst().size(), perElement);
  }
}
