package sec.compiler.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import sec.compiler.ir.Node;

/**
 * An order in which every node stands after its inputs, and otherwise where it stood before.
 *
 * @param nodes by id
 * @param places by id, where a node would like to stand
 * @param current which node stands for a value now
 */
record NodeOrder(List<Node> nodes, List<Integer> places, IntUnaryOperator current) {

  /** The nodes that the results need, and the input. */
  List<Node> from(Collection<Integer> results) {
    Set<Integer> needed = needed(results);
    Map<Integer, Integer> open = new HashMap<>();
    Map<Integer, List<Integer>> readers = new HashMap<>();
    PriorityQueue<Integer> ready =
        new PriorityQueue<>(
            Comparator.<Integer>comparingInt(places::get).thenComparingInt(id -> id));
    for (int id : needed) {
      Set<Integer> inputs = inputs(id);
      open.put(id, inputs.size());
      inputs.forEach(input -> readers.computeIfAbsent(input, i -> new ArrayList<>()).add(id));
      if (inputs.isEmpty()) {
        ready.add(id);
      }
    }
    List<Node> ordered = new ArrayList<>();
    while (!ready.isEmpty()) {
      int id = ready.remove();
      ordered.add(nodes.get(id));
      for (int reader : readers.getOrDefault(id, List.of())) {
        if (open.merge(reader, -1, Integer::sum) == 0) {
          ready.add(reader);
        }
      }
    }
    return ordered;
  }

  private Set<Integer> needed(Collection<Integer> results) {
    Set<Integer> needed = new HashSet<>(Set.of(0));
    Deque<Integer> todo = new ArrayDeque<>(results);
    while (!todo.isEmpty()) {
      int id = todo.pop();
      if (needed.add(id)) {
        todo.addAll(inputs(id));
      }
    }
    return needed;
  }

  private Set<Integer> inputs(int id) {
    Set<Integer> inputs = new HashSet<>();
    nodes.get(id).inputs().forEach(input -> inputs.add(current.applyAsInt(input)));
    return inputs;
  }
}
