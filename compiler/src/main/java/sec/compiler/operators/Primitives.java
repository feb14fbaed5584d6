package sec.compiler.operators;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes primitives from the arguments of operators. */
final class Primitives {
  private Primitives() {}

  static Primitive conv(Arguments a, Shape in) throws ShapeException {
    Window[] windows = convolutionWindows(a);
    return new Primitive.Conv(
        a.integer("out", 1),
        windows[0],
        windows[1],
        a.integer("groups", 1),
        a.flag("bias"),
        a.initializer("init"));
  }

  static Primitive dwconv(Arguments a, Shape in) throws ShapeException {
    int channels = ShapeRules.map("dwconv", List.of(in), null).channels();
    Window[] windows = convolutionWindows(a);
    return new Primitive.Conv(
        channels, windows[0], windows[1], channels, a.flag("bias"), a.initializer("init"));
  }

  static Primitive fc(Arguments a, Shape in) throws ShapeException {
    return new Primitive.Linear(a.integer("out", 1), a.flag("bias"), a.initializer("init"));
  }

  static Primitive bn(Arguments a, Shape in) throws ShapeException {
    return new Primitive.BatchNorm(a.real("eps", 0, 1), a.real("momentum", 0, 1));
  }

  static Primitive dropout(Arguments a, Shape in) throws ShapeException {
    return new Primitive.Dropout(a.real("rate", 0, 1));
  }

  static Primitive maxpool(Arguments a, Shape in) throws ShapeException {
    Window[] windows = poolWindows(a);
    return new Primitive.MaxPool(windows[0], windows[1]);
  }

  static Primitive avgpool(Arguments a, Shape in) throws ShapeException {
    Window[] windows = poolWindows(a);
    return new Primitive.AvgPool(windows[0], windows[1], a.flag("count_include_pad"));
  }

  private static Window[] convolutionWindows(Arguments a) throws ShapeException {
    return windows(a.size("k", 1), a.size("stride", 1), padding(a), a.size("dilation", 1), false);
  }

  private static Window[] poolWindows(Arguments a) throws ShapeException {
    int[] kernel = a.size("k", 1);
    int[] stride = a.has("stride") ? a.size("stride", 1) : kernel;
    return windows(kernel, stride, padding(a), new int[] {1, 1}, a.flag("ceil"));
  }

  private static int @Nullable [] padding(Arguments a) throws ShapeException {
    return a.has("pad") ? a.size("pad", 0) : null;
  }

  private static Window[] windows(
      int[] kernel, int[] stride, int @Nullable [] pad, int[] dilation, boolean ceil) {
    Window[] windows = new Window[2];
    for (int i = 0; i < 2; i++) {
      int padding = pad == null ? (kernel[i] - 1) / 2 * dilation[i] : pad[i];
      windows[i] = new Window(kernel[i], stride[i], padding, dilation[i], ceil);
    }
    return windows;
  }
}
