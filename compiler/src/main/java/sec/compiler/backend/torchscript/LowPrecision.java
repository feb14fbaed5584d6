package sec.compiler.backend.torchscript;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.ConvTranspose;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Reduction;
import sec.compiler.operators.Shape;

/**
 * Which values of a network are of low precision: what convolutions and fully connected layers
 * give, until something needs more. Gates are of full precision, with the layers in them: they are
 * small, and what they say, they say of a whole channel.
 */
final class LowPrecision {
  private final Network network;
  private final Precision precision;
  private final Set<Integer> gates = new HashSet<>();
  private final Set<Integer> low = new HashSet<>();

  LowPrecision(Network network, Precision precision) {
    this.network = network;
    this.precision = precision;
    if (precision.isMixed()) {
      findGates();
      network.nodes().stream().filter(this::givesLow).forEach(node -> low.add(node.id()));
    }
  }

  /** Whether a value is of low precision. */
  boolean isLow(int id) {
    return low.contains(id);
  }

  /** Whether a layer computes in low precision. */
  boolean computesLow(Node node) {
    return precision.isMixed() && isLayer(node) && !gates.contains(node.id());
  }

  /** Whether a node reads its inputs in low precision. */
  boolean readsLow(Node node) {
    return isLow(node.id()) || computesLow(node) || squeezes(node);
  }

  /**
   * The mean of a map is summed up in single precision anyway, and would otherwise be one of a copy
   * of the map. In half precision the sum may be too large.
   */
  private boolean squeezes(Node node) {
    boolean mean =
        node.primitive() == Primitive.GlobalPool.AVERAGE
            || (node.primitive() instanceof Reduction.Reduce reduce
                && reduce.kind() == Reduction.Kind.MEAN);
    return mean && precision == Precision.BF16 && isLow(node.inputs().getFirst());
  }

  private static boolean isLayer(Node node) {
    return node.primitive() instanceof Primitive.Conv
        || node.primitive() instanceof ConvTranspose
        || node.primitive() instanceof Primitive.Linear;
  }

  private boolean givesLow(Node node) {
    if (gates.contains(node.id())) {
      return false;
    }
    return switch (node.primitive()) {
      case Primitive.Conv ignored -> true;
      case ConvTranspose ignored -> true;
      case Primitive.Linear ignored -> true;
      case Primitive.BatchNorm ignored -> readsOnlyLow(node);
      case Primitive.Activation activation ->
          activation == Primitive.Activation.RELU && readsOnlyLow(node);
      case Primitive.MaxPool ignored -> readsOnlyLow(node);
      case Primitive.AvgPool ignored -> readsOnlyLow(node);
      case Primitive.Elementwise ignored -> readsOnlyLow(node);
      case Primitive.Concat ignored -> readsOnlyLow(node);
      case Primitive.DropPath ignored -> readsOnlyLow(node);
      case Primitive.Dropout ignored -> readsOnlyLow(node);
      case Arrangement ignored -> readsOnlyLow(node);
      default -> false;
    };
  }

  /** Of what has the result's size: a gate is brought to the precision of the map. */
  private boolean readsOnlyLow(Node node) {
    List<Integer> read = node.inputs();
    if (node.primitive() instanceof Primitive.Elementwise) {
      List<Integer> whole = read.stream().filter(id -> !isSmaller(id, node.shape())).toList();
      read = whole.isEmpty() ? read : whole;
    }
    return low.containsAll(read);
  }

  private boolean isSmaller(int id, Shape shape) {
    return network.nodes().get(id).shape().size() < shape.size();
  }

  /** A gate is what only products with something larger read, and what only gates read. */
  private void findGates() {
    Map<Integer, Boolean> onlyGates = new HashMap<>();
    onlyGates.put(network.output(), false);
    network.outputs().values().forEach(id -> onlyGates.put(id, false));
    List<Node> nodes = network.nodes();
    for (Node node : nodes.reversed()) {
      if (onlyGates.getOrDefault(node.id(), false)) {
        gates.add(node.id());
      }
      for (int id : node.inputs()) {
        boolean gating =
            gates.contains(node.id())
                || (node.primitive() == Primitive.Elementwise.MUL && isSmaller(id, node.shape()));
        onlyGates.merge(id, gating, Boolean::logicalAnd);
      }
    }
  }
}
