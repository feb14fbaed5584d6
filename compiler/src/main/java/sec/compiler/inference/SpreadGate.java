package sec.compiler.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Resize;
import sec.compiler.operators.Shape;

/**
 * ONNX Runtime keeps maps in blocks of channels between convolutions, as long as every operator on
 * the way can work on blocks; products and sums can when both sides have one shape, and not when
 * one of them is a gate. Then the map is brought into another order and back, and the sum and ReLU
 * after it are no longer part of a convolution. So the gate is spread over the map first, which is
 * cheaper. A gate that no convolution made goes through one that hands it on, to come into blocks.
 */
final class SpreadGate {
  /** Channels of a block are 8 or 16, by the processor. */
  private static final int BLOCK = 16;

  private final Editor editor;
  private final Set<Integer> blocked = new HashSet<>();

  private SpreadGate(Editor editor) {
    this.editor = editor;
  }

  static void apply(Editor editor) {
    new SpreadGate(editor).apply();
  }

  private void apply() {
    for (Node node : editor.nodes()) {
      Node now = joinsGate(node) ? spread(node) : node;
      if (isBlocked(now)) {
        blocked.add(now.id());
      }
    }
  }

  /** Whether values stay in blocks here. */
  private boolean isBlocked(Node node) {
    if (!node.shape().isMap() || node.shape().channels() % BLOCK != 0) {
      return false;
    }
    return switch (node.primitive()) {
      case Primitive.Conv conv -> conv.groups() == 1 || conv.groups() == conv.out();
      case Primitive.MaxPool ignored -> true;
      case Primitive.AvgPool ignored -> true;
      case Primitive.Activation ignored -> fromBlocks(node);
      case Primitive.BatchNorm ignored -> fromBlocks(node);
      case Primitive.Concat concat -> concat.axis() == 0 && fromBlocks(node);
      case Primitive.Elementwise merge ->
          (merge == Primitive.Elementwise.ADD || merge == Primitive.Elementwise.MUL)
              && fromBlocks(node)
              && editor.shapes(node).stream().distinct().count() == 1;
      default -> false;
    };
  }

  private boolean fromBlocks(Node node) {
    return node.inputs().stream().allMatch(id -> blocked.contains(editor.node(id).id()));
  }

  /** Whether a map in blocks meets one number for each of its channels. */
  private boolean joinsGate(Node node) {
    boolean joins =
        (node.primitive() == Primitive.Elementwise.MUL
                || node.primitive() == Primitive.Elementwise.ADD)
            && node.shape().isMap()
            && node.shape().height() * node.shape().width() > 1;
    return joins
        && node.inputs().stream().anyMatch(id -> isGate(editor.node(id), node.shape()))
        && node.inputs().stream()
            .map(editor::node)
            .allMatch(input -> isGate(input, node.shape()) || blocked.contains(input.id()));
  }

  private static boolean isGate(Node node, Shape map) {
    return node.shape().channels() == map.channels()
        && node.shape().height() == 1
        && node.shape().width() == 1;
  }

  private Node spread(Node node) {
    List<Node> inputs = new ArrayList<>();
    for (int id : node.inputs()) {
      Node input = editor.node(id);
      inputs.add(isGate(input, node.shape()) ? spread(node, inBlocks(node, input)) : input);
    }
    Node product = editor.add(node, node.path(), node.primitive(), inputs, List.of());
    editor.replace(node, product);
    return product;
  }

  private Node spread(Node node, Node gate) {
    Resize resize = new Resize(node.shape().height(), node.shape().width(), Resize.Mode.NEAREST);
    Node spread = editor.add(node, name(gate, "spread"), resize, List.of(gate), List.of());
    blocked.add(spread.id());
    return spread;
  }

  private Node inBlocks(Node node, Node gate) {
    if (blocked.contains(gate.id())) {
      return gate;
    }
    int channels = gate.shape().channels();
    Node map = gate;
    if (!gate.shape().isMap()) {
      Arrangement.Reshape reshape = new Arrangement.Reshape(Shape.of(channels, 1, 1));
      map = editor.add(node, name(gate, "map"), reshape, List.of(gate), List.of());
    }
    Primitive identity = PointwiseConv.of(channels, channels, false);
    Shape shape = Shape.of(channels, 1, 1, 1);
    Parameter ones = editor.parameter(gate, "ones", shape, () -> ones(channels));
    return editor.add(node, name(gate, "blocks"), identity, List.of(map), List.of(ones));
  }

  private static float[] ones(int size) {
    float[] ones = new float[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  private String name(Node gate, String word) {
    return editor.freePath(gate.path() + "/" + word);
  }
}
