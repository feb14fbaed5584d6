package sec.compiler.inference;

import java.util.stream.IntStream;
import sec.compiler.ir.Node;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.Pointwise;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Resize;

/** Leaves out what in inference hands on its input as it is. */
final class DropIdentities {
  private DropIdentities() {}

  static void apply(Editor editor) {
    for (Node node : editor.nodes()) {
      if (!node.inputs().isEmpty() && isIdentity(node, editor.input(node))) {
        editor.replace(node, editor.input(node));
      }
    }
  }

  private static boolean isIdentity(Node node, Node input) {
    boolean same = node.shape().equals(input.shape());
    return switch (node.primitive()) {
      case Primitive.Dropout ignored -> true;
      case Primitive.DropPath ignored -> true;
      case Primitive.Flatten ignored -> same;
      case Primitive.Elementwise ignored -> node.inputs().size() == 1;
      case Primitive.Concat ignored -> node.inputs().size() == 1;
      case Pointwise.Affine(double scale, double shift) -> scale == 1 && shift == 0;
      case Pointwise.Power(double exponent) -> exponent == 1;
      case Arrangement.Slice ignored -> same;
      case Arrangement.Reshape ignored -> same;
      case Arrangement.Pad ignored -> same;
      case Arrangement.Permute permute ->
          IntStream.range(0, permute.order().size()).allMatch(i -> permute.order().get(i) == i);
      case Resize ignored -> same;
      default -> false;
    };
  }
}
