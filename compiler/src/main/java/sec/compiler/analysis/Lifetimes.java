package sec.compiler.analysis;

import sec.compiler.ir.Network;
import sec.compiler.ir.Node;

/** How long the value of each node is of use, in operators: their steps are one with them. */
final class Lifetimes {
  private static final int BYTES = 4;

  /** For each node its operator: the node of its last step. */
  private final int[] operators;

  private final int[] ends;

  Lifetimes(Network network) {
    int size = network.nodes().size();
    operators = new int[size];
    ends = new int[size];
    int operator = size;
    for (int id = size - 1; id >= 0; id--) {
      Node node = network.nodes().get(id);
      operator = node.isPart() ? operator : id;
      operators[id] = operator;
      ends[id] = Math.max(ends[id], operator);
      for (int input : node.inputs()) {
        ends[input] = Math.max(ends[input], operator);
      }
    }
    ends[network.output()] = size;
    network.outputs().values().forEach(id -> ends[id] = size);
  }

  /** The operator after which the value of {@code node} is of no more use; none for results. */
  int end(Node node) {
    return ends[node.id()];
  }

  /** What a value takes; nothing for a step that its operator alone reads. */
  long bytes(Node node) {
    return node.isPart() && ends[node.id()] == operators[node.id()]
        ? 0
        : Math.multiplyExact(node.shape().size(), (long) BYTES);
  }
}
