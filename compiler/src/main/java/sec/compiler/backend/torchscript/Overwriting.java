package sec.compiler.backend.torchscript;

import java.util.HashMap;
import java.util.Map;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.operators.ConvTranspose;
import sec.compiler.operators.Primitive;

/**
 * Which values the node that reads them may overwrite with its own: those that nothing else reads,
 * and of which autograd keeps nothing. That spares a map's memory for each activation and each
 * addition, and the time to fill it.
 */
final class Overwriting {
  private final Network network;
  private final Map<Integer, Integer> readers = new HashMap<>();

  Overwriting(Network network) {
    this.network = network;
    for (Node node : network.nodes()) {
      node.inputs().forEach(this::read);
    }
    read(network.output());
    network.outputs().values().forEach(this::read);
  }

  private void read(int id) {
    readers.merge(id, 1, Integer::sum);
  }

  /** Whether a node may put its value where that of its first input is. */
  boolean overwrites(Node node) {
    if (!isPossible(node.primitive())) {
      return false;
    }
    Node input = network.nodes().get(node.inputs().getFirst());
    return readers.getOrDefault(input.id(), 0) == 1
        && input.shape().equals(node.shape())
        && isFreeAfterwards(input);
  }

  private static boolean isPossible(Primitive primitive) {
    return primitive == Primitive.Activation.RELU || primitive == Primitive.Elementwise.ADD;
  }

  /**
   * Whether a node's value is a tensor of its own, not a view of another one, and its gradient is
   * made of what the node reads alone.
   */
  private static boolean isFreeAfterwards(Node node) {
    return switch (node.primitive()) {
      case Primitive.Conv ignored -> true;
      case ConvTranspose ignored -> true;
      case Primitive.BatchNorm ignored -> true;
      case Primitive.Linear linear -> linear.groups() == 1;
      case Primitive.Elementwise merge ->
          node.inputs().size() > 1
              && (merge == Primitive.Elementwise.ADD || merge == Primitive.Elementwise.MUL);
      default -> false;
    };
  }
}
