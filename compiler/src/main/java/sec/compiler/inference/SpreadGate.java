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
import sec.compiler.operators.Reduction;
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
  private final Readers readers;
  private final Set<Integer> blocked = new HashSet<>();

  private SpreadGate(Editor editor) {
    this.editor = editor;
    this.readers = editor.readers();
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

  /** Whether a map in blocks meets one number for each of its channels, or of its places. */
  private boolean joinsGate(Node node) {
    boolean joins =
        (node.primitive() == Primitive.Elementwise.MUL
                || node.primitive() == Primitive.Elementwise.ADD)
            && node.shape().isMap()
            && node.shape().height() * node.shape().width() > 1;
    return joins
        && readers.of(node).stream().allMatch(SpreadGate::worksOnBlocks)
        && node.inputs().stream().map(editor::node).anyMatch(input -> isGate(input, node.shape()))
        && node.inputs().stream()
            .map(editor::node)
            .allMatch(input -> isGate(input, node.shape()) || blocked.contains(input.id()));
  }

  /** What does not has the map brought into another order in any case. */
  private static boolean worksOnBlocks(Node reader) {
    return switch (reader.primitive()) {
      case Primitive.Conv ignored -> true;
      case Primitive.MaxPool ignored -> true;
      case Primitive.AvgPool ignored -> true;
      case Primitive.GlobalPool ignored -> true;
      case Primitive.Activation ignored -> true;
      case Primitive.BatchNorm ignored -> true;
      case Primitive.Elementwise ignored -> true;
      case Primitive.Concat concat -> concat.axis() == 0;
      case Reduction.Reduce reduce -> reduce.axes().equals(List.of(1, 2));
      default -> false;
    };
  }

  private static boolean isGate(Node node, Shape map) {
    return isOfChannels(node, map) || isOfPlaces(node, map);
  }

  private static boolean isOfChannels(Node node, Shape map) {
    return node.shape().channels() == map.channels()
        && node.shape().height() == 1
        && node.shape().width() == 1;
  }

  private static boolean isOfPlaces(Node node, Shape map) {
    return map.channels() > 1 && node.shape().equals(Shape.of(1, map.height(), map.width()));
  }

  private Node spread(Node node) {
    List<Node> inputs = new ArrayList<>();
    for (int id : node.inputs()) {
      Node input = editor.node(id);
      inputs.add(
          isOfPlaces(input, node.shape())
              ? spreadOverChannels(node, input)
              : isOfChannels(input, node.shape())
                  ? spreadOverPlaces(node, inBlocks(node, input))
                  : input);
    }
    Node product = editor.add(node, node.path(), node.primitive(), inputs, List.of());
    editor.replace(node, product);
    return product;
  }

  private Node spreadOverPlaces(Node node, Node gate) {
    Resize resize = new Resize(node.shape().height(), node.shape().width(), Resize.Mode.NEAREST);
    Node spread = editor.add(node, name(gate, "spread"), resize, List.of(gate), List.of());
    blocked.add(spread.id());
    return spread;
  }

  private Node spreadOverChannels(Node node, Node gate) {
    int channels = node.shape().channels();
    Shape shape = Shape.of(channels, 1, 1, 1);
    Parameter ones = editor.parameter(gate, "ones", shape, () -> ones(channels));
    Primitive copies = PointwiseConv.of(channels, 1, false);
    Node spread = editor.add(node, name(gate, "spread"), copies, List.of(gate), List.of(ones));
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
