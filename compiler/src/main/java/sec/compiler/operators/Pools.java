package sec.compiler.operators;

import static sec.compiler.operators.Definition.optional;
import static sec.compiler.operators.Definition.primitive;
import static sec.compiler.operators.Definition.required;
import static sec.compiler.values.Type.BOOLEAN;
import static sec.compiler.values.Type.SIZE;

/** Pooling, over windows and over whole maps. */
final class Pools {
  private Pools() {}

  private static final Operator.Parameter WINDOW = required("k", SIZE, "window");

  private static final Operator.Parameter STRIDE =
      optional("stride", SIZE, "none", "step; none: the window");

  private static final Operator.Parameter PAD =
      optional("pad", SIZE, "none", "padding; none: floor((k-1)/2)");

  private static final Operator.Parameter CEIL =
      optional("ceil", BOOLEAN, "false", "a last window only partly inside counts");

  static final Definition GAP =
      primitive(
          "the mean of each channel, [C, H, W] to [C]", (a, in) -> Primitive.GlobalPool.AVERAGE);

  static final Definition GMP =
      primitive(
          "the maximum of each channel, [C, H, W] to [C]", (a, in) -> Primitive.GlobalPool.MAXIMUM);

  static final Definition MAXPOOL =
      primitive(
          "the maximum of each window, [C, H, W] to [C, H', W']",
          (a, in) -> {
            Window[] windows = Window.pool(a);
            return new Primitive.MaxPool(windows[0], windows[1]);
          },
          WINDOW,
          STRIDE,
          PAD,
          CEIL);

  static final Definition AVGPOOL =
      primitive(
          "the mean of each window, [C, H, W] to [C, H', W']",
          (a, in) -> {
            Window[] windows = Window.pool(a);
            return new Primitive.AvgPool(windows[0], windows[1], a.flag("count_include_pad"));
          },
          WINDOW,
          STRIDE,
          PAD,
          CEIL,
          optional("count_include_pad", BOOLEAN, "true", "the zeros of the padding count"));
}
