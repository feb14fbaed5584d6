package sec.compiler.inference;

import sec.compiler.ir.Node;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Window;

/** Convolutions of one place. */
final class PointwiseConv {
  private static final Window ONE = new Window(1, 1, 0, 1, false);

  private PointwiseConv() {}

  static Primitive.Conv of(int out, int groups, boolean bias) {
    return new Primitive.Conv(out, ONE, ONE, groups, bias, "default");
  }

  /** Whether each place of the result is a matrix times that place of the input. */
  static boolean is(Node node) {
    return node.primitive() instanceof Primitive.Conv conv
        && conv.groups() == 1
        && isOne(conv.vertical())
        && isOne(conv.horizontal());
  }

  private static boolean isOne(Window window) {
    return window.kernel() == 1 && window.stride() == 1 && window.pad() == 0;
  }
}
