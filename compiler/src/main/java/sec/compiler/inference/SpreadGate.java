package sec.compiler.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final Editor editor;
  private final Blocks blocks;

  private SpreadGate(Editor editor) {
    this.editor = editor;
    this.blocks = Blocks.of(editor);
  }

  static void apply(Editor editor) {
    new SpreadGate(editor).apply();
  }

  private void apply() {
    for (Node node : editor.nodes()) {
      if (blocks.joinsGate(node)) {
        editor.replace(node, spread(node));
      }
    }
  }

  private Node spread(Node node) {
    List<Node> inputs = new ArrayList<>();
    for (int id : node.inputs()) {
      Node input = editor.node(id);
      inputs.add(
          Blocks.isOfPlaces(input, node.shape())
              ? spreadOverChannels(node, input)
              : Blocks.isOfChannels(input, node.shape())
                  ? spreadOverPlaces(node, inBlocks(node, input))
                  : input);
    }
    return editor.add(node, node.path(), node.primitive(), inputs, List.of());
  }

  private Node spreadOverPlaces(Node node, Node gate) {
    Resize resize = new Resize(node.shape().height(), node.shape().width(), Resize.Mode.NEAREST);
    return editor.add(node, name(gate, "spread"), resize, List.of(gate), List.of());
  }

  private Node spreadOverChannels(Node node, Node gate) {
    int channels = node.shape().channels();
    Shape shape = Shape.of(channels, 1, 1, 1);
    Parameter ones = editor.parameter(gate, "ones", shape, () -> ones(channels));
    Primitive copies = PointwiseConv.of(channels, 1, false);
    return editor.add(node, name(gate, "spread"), copies, List.of(gate), List.of(ones));
  }

  private Node inBlocks(Node node, Node gate) {
    if (blocks.has(gate)) {
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
