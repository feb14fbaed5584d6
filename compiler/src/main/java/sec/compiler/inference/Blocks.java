package sec.compiler.inference;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sec.compiler.ir.Node;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Reduction;
import sec.compiler.operators.Shape;

/**
 * Which values ONNX Runtime keeps in blocks of channels: what convolutions and pools give, and what
 * operators that know blocks make of it. Source: its NCHWc transformer, read and measured.
 */
final class Blocks {
  /** Channels of a block are 8 or 16, by the processor. */
  private static final int BLOCK = 16;

  private final Editor editor;
  private final Readers readers;
  private final Set<Integer> blocked = new HashSet<>();
  private final Set<Integer> joins = new HashSet<>();

  private Blocks(Editor editor) {
    this.editor = editor;
    this.readers = editor.readers();
  }

  static Blocks of(Editor editor) {
    Blocks blocks = new Blocks(editor);
    for (Node node : editor.nodes()) {
      if (blocks.joins(node)) {
        blocks.joins.add(node.id());
        blocks.blocked.add(node.id());
      } else if (blocks.isBlocked(node)) {
        blocks.blocked.add(node.id());
      }
    }
    return blocks;
  }

  /** Whether the value is in blocks, where gates are spread. */
  boolean has(Node node) {
    return blocked.contains(node.id());
  }

  /**
   * Whether here a map in blocks meets one number for each of its channels, or of its places, and
   * would leave the blocks for that alone.
   */
  boolean joinsGate(Node node) {
    return joins.contains(node.id());
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

  private boolean joins(Node node) {
    boolean joins =
        (node.primitive() == Primitive.Elementwise.MUL
                || node.primitive() == Primitive.Elementwise.ADD)
            && node.shape().isMap()
            && node.shape().height() * node.shape().width() > 1;
    return joins
        && readers.of(node).stream().allMatch(Blocks::worksOnBlocks)
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

  static boolean isOfChannels(Node node, Shape map) {
    return node.shape().channels() == map.channels()
        && node.shape().height() == 1
        && node.shape().width() == 1;
  }

  static boolean isOfPlaces(Node node, Shape map) {
    return map.channels() > 1 && node.shape().equals(Shape.of(1, map.height(), map.width()));
  }
}
