package sec.compiler.operators;

import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;

/**
 * A window sliding along one axis.
 *
 * @param kernel its size, at least 1
 * @param stride its step, at least 1
 * @param pad zeros (or, for a maximum, nothing) on both ends
 * @param dilation distance between the elements it sees, at least 1
 * @param ceil whether a last window that is only partly inside counts, by PyTorch's rule: it must
 *     start inside the input or its left padding
 */
public record Window(int kernel, int stride, int pad, int dilation, boolean ceil) {

  /** From the first to the last element it sees. */
  public int extent() {
    return dilation * (kernel - 1) + 1;
  }

  /** How many places it takes along {@code size} elements. */
  public int output(int size, String operator) throws ShapeException {
    long padded = size + 2L * pad;
    if (padded < extent()) {
      throw new ShapeException(
          Code.E205,
          "%s has a window of %d, but the map is only %d%s here"
              .formatted(
                  operator, extent(), size, pad == 0 ? "" : " (" + padded + " with padding)"),
          "use a smaller kernel, more padding, or fewer strides before");
    }
    long steps = padded - extent();
    long places = (ceil ? Math.ceilDiv(steps, (long) stride) : steps / stride) + 1;
    if (ceil && (places - 1) * stride >= (long) size + pad) {
      places--;
    }
    return (int) places;
  }

  /**
   * The elements the last window sees past the right padding; 0 unless {@link #ceil}.
   *
   * @param size elements of the input
   * @param output places, as {@link #output} gives them
   */
  public int overhang(int size, int output) {
    return Math.max(0, (output - 1) * stride + extent() - (size + 2 * pad));
  }

  /** Those of a convolution's arguments, along H and along W. */
  static Window[] convolution(Arguments a) throws ShapeException {
    return windows(a.size("k", 1), a.size("stride", 1), padding(a), a.size("dilation", 1), false);
  }

  /** Those of a pool's arguments, along H and along W. */
  static Window[] pool(Arguments a) throws ShapeException {
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
