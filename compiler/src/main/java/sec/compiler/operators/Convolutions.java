package sec.compiler.operators;

import static sec.compiler.operators.Definition.optional;
import static sec.compiler.operators.Definition.primitive;
import static sec.compiler.operators.Definition.required;
import static sec.compiler.values.Type.BOOLEAN;
import static sec.compiler.values.Type.INTEGER;
import static sec.compiler.values.Type.SIZE;
import static sec.compiler.values.Type.STRING;

import java.util.List;

/** Convolutions and fully connected layers. */
final class Convolutions {
  private Convolutions() {}

  private static final Operator.Parameter INIT =
      optional(
          "init", STRING, "\"default\"", "initialiser: " + String.join(", ", Initializer.NAMES));

  private static final Operator.Parameter BIAS = optional("bias", BOOLEAN, "false", "add a bias");

  private static final Operator.Parameter STRIDE = optional("stride", SIZE, "1", "step");

  private static final Operator.Parameter PAD =
      optional("pad", SIZE, "none", "padding; none: floor((k-1)/2) * dilation");

  private static final Operator.Parameter GROUPS =
      optional("groups", INTEGER, "1", "independent slices of the channels");

  private static final Operator.Parameter DILATION =
      optional("dilation", SIZE, "1", "distance between the elements a kernel sees");

  static final Definition CONV =
      primitive(
          "convolution, [C, H, W] to [out, H', W']; zero padding; no bias unless asked for",
          Convolutions::conv,
          required("out", INTEGER, "output channels"),
          optional("k", SIZE, "1", "kernel"),
          STRIDE,
          PAD,
          GROUPS,
          DILATION,
          BIAS,
          INIT);

  static final Definition DWCONV =
      primitive(
          "depthwise convolution, each channel by itself, [C, H, W] to [C, H', W']",
          Convolutions::dwconv,
          required("k", SIZE, "kernel"),
          STRIDE,
          PAD,
          DILATION,
          BIAS,
          INIT);

  static final Definition CONV_TRANSPOSE =
      primitive(
          "transposed convolution, [C, H, W] to [out, H', W'], H' = (H - 1)*stride - 2*pad +"
              + " dilation*(k - 1) + 1 + output_pad; no bias unless asked for",
          Convolutions::transposed,
          required("out", INTEGER, "output channels"),
          required("k", SIZE, "kernel"),
          STRIDE,
          PAD,
          optional("output_pad", SIZE, "0", "rows and columns more at the end"),
          GROUPS,
          DILATION,
          BIAS,
          INIT);

  static final Definition FC =
      primitive(
          "fully connected layer, [C] to [out]; has a bias unless bias=false",
          (a, in) ->
              new Primitive.Linear(
                  a.integer("out", 1),
                  a.integer("groups", 1),
                  a.flag("bias"),
                  a.initializer("init")),
          required("out", INTEGER, "size of the result"),
          optional("bias", BOOLEAN, "true", "add a bias"),
          optional("groups", INTEGER, "1", "independent slices of the input and the result"),
          INIT);

  static final Definition CHANNEL_CONV =
      primitive(
          "1-D convolution along the channels of a vector, which keeps its size, [C] to [C] (ECA)",
          (a, in) -> new ChannelConv(a.odd("k"), a.flag("bias"), a.initializer("init")),
          required("k", INTEGER, "kernel, odd"),
          BIAS,
          INIT);

  private static Primitive conv(Arguments a, Shape in) throws ShapeException {
    Window[] windows = Window.convolution(a);
    return new Primitive.Conv(
        a.integer("out", 1),
        windows[0],
        windows[1],
        a.integer("groups", 1),
        a.flag("bias"),
        a.initializer("init"));
  }

  private static Primitive dwconv(Arguments a, Shape in) throws ShapeException {
    int channels = ShapeRules.map("dwconv", List.of(in), null).channels();
    Window[] windows = Window.convolution(a);
    return new Primitive.Conv(
        channels, windows[0], windows[1], channels, a.flag("bias"), a.initializer("init"));
  }

  private static Primitive transposed(Arguments a, Shape in) throws ShapeException {
    Window[] windows = Window.convolution(a);
    int[] more = a.size("output_pad", 0);
    return new ConvTranspose(
        a.integer("out", 1),
        windows[0],
        windows[1],
        List.of(more[0], more[1]),
        a.integer("groups", 1),
        a.flag("bias"),
        a.initializer("init"));
  }
}
