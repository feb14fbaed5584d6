package sec.compiler.backend.djl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.operators.Shape;

/**
 * One thing that the forward pass of one instance does: an operator, or a block inside of it.
 *
 * @param instance the operator or block
 * @param inputs ids of the nodes whose values it reads
 */
record Step(Instance instance, List<Integer> inputs) {

  /** The steps of a net or block, labels, slots and shares dissolved, in order. */
  static List<Step> of(Network network, Instance whole) {
    List<Step> steps = new ArrayList<>();
    collect(network, whole, unequal(whole), steps);
    return steps;
  }

  /** Paths of blocks in shares whose uses differ in size: no child is all of them. */
  private static Set<String> unequal(Instance whole) {
    Map<String, Shape> inputs = new HashMap<>();
    Set<String> unequal = new HashSet<>();
    unequal(whole, inputs, unequal);
    return unequal;
  }

  private static void unequal(Instance instance, Map<String, Shape> inputs, Set<String> unequal) {
    Shape first = inputs.putIfAbsent(instance.path(), instance.input());
    if (first != null && !first.equals(instance.input())) {
      unequal.add(instance.path());
    }
    instance.children().forEach(child -> unequal(child, inputs, unequal));
  }

  private static void collect(
      Network network, Instance parent, Set<String> unequal, List<Step> steps) {
    for (Instance child : parent.children()) {
      switch (child.kind()) {
        case OPERATOR -> steps.add(new Step(child, child.inputs()));
        case BLOCK -> block(network, child, unequal, steps);
        case NET, LABEL, SLOT, SHARE, PARAMETER -> collect(network, child, unequal, steps);
      }
    }
  }

  private static void block(
      Network network, Instance block, Set<String> unequal, List<Step> steps) {
    List<Integer> inputs = new ArrayList<>();
    inputs.add(block.entry());
    inputs.addAll(block.values().values());
    Step step = new Step(block, inputs);
    if (!unequal.contains(block.path()) && step.isClosed(network)) {
      steps.add(step);
    } else {
      // It reads a value that was bound around it, which a class of its own would not see.
      collect(network, block, unequal, steps);
    }
  }

  private boolean isClosed(Network network) {
    List<Step> inside = of(network, instance);
    Set<Integer> known = new HashSet<>(inputs);
    for (Step step : inside) {
      if (!known.containsAll(step.inputs())) {
        return false;
      }
      known.addAll(step.instance().nodes());
      known.add(step.result());
    }
    return known.contains(result());
  }

  /** The id of the node whose value it computes. */
  int result() {
    return instance.result();
  }
}
