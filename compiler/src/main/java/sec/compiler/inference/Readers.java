package sec.compiler.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import sec.compiler.ir.Node;

/** Who reads what, at one moment. */
final class Readers {
  private final Map<Integer, List<Node>> readers = new HashMap<>();
  private final Set<Integer> results;

  Readers(List<Node> nodes, IntUnaryOperator current, Collection<Integer> results) {
    this.results = new HashSet<>(results);
    for (Node node : nodes) {
      for (int input : node.inputs()) {
        readers.computeIfAbsent(current.applyAsInt(input), id -> new ArrayList<>()).add(node);
      }
    }
  }

  /** The nodes that read {@code node}, once for each time. */
  List<Node> of(Node node) {
    return readers.getOrDefault(node.id(), List.of());
  }

  /** Whether the value goes out. */
  boolean isResult(Node node) {
    return results.contains(node.id());
  }

  /** Whether one node reads it, once, and nothing else asks for it. */
  boolean isReadOnce(Node node) {
    return of(node).size() == 1 && !isResult(node);
  }
}
