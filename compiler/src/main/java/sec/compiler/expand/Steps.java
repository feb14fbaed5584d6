package sec.compiler.expand;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.operators.Operator;

/** Makes the steps of a level from its instances. */
final class Steps {
  private static final String SCALE = "scale";

  private final Network network;

  Steps(Network network) {
    this.network = network;
  }

  /** The steps inside {@code level}, without those that nothing would miss. */
  List<Step> of(Instance level) {
    List<Step> all = level.children().stream().map(this::step).toList();
    Set<String> needed =
        all.stream()
            .filter(step -> !isEmpty(step))
            .map(Step::word)
            .collect(Collectors.toCollection(HashSet::new));
    // An empty slot goes unless one of the same name is filled: that keeps its index.
    return all.stream().filter(step -> needed.contains(step.word())).toList();
  }

  private static boolean isEmpty(Step step) {
    Set<Integer> nodes = new HashSet<>();
    collect(step.instance(), nodes);
    return step.isCompound() && step.passesOn() && nodes.isEmpty();
  }

  /** The values that are read inside of {@code instance}, beside the one that enters it. */
  Set<Integer> foreign(Instance instance) {
    Set<Integer> inside = new LinkedHashSet<>();
    collect(instance, inside);
    Set<Integer> read = new LinkedHashSet<>();
    for (int id : inside) {
      network.nodes().get(id).inputs().stream().filter(i -> !inside.contains(i)).forEach(read::add);
    }
    read.remove(instance.entry());
    return read;
  }

  private Step step(Instance instance) {
    if (instance.kind() == Instance.Kind.OPERATOR && isJoin(instance)) {
      return new Step(instance, joined(instance), Set.of(), List.of(instance.result()));
    }
    List<Integer> results =
        instance.word().equals(Operator.SPLIT.word()) && instance.kind() == Instance.Kind.OPERATOR
            ? instance.nodes()
            : List.of(instance.result());
    return new Step(instance, List.of(instance.entry()), foreign(instance), results);
  }

  static boolean isJoin(Instance instance) {
    return instance.word().equals(SCALE)
        || Operator.of(instance.word()).map(Operator::isMerge).orElse(false);
  }

  static boolean isScale(Instance instance) {
    return instance.kind() == Instance.Kind.OPERATOR && instance.word().equals(SCALE);
  }

  /** The branches of a join, in order. */
  private List<Integer> joined(Instance instance) {
    List<Integer> branches = new ArrayList<>();
    for (int id : instance.nodes()) {
      Node node = network.nodes().get(id);
      node.inputs().stream().filter(i -> !instance.nodes().contains(i)).forEach(branches::add);
    }
    return branches;
  }

  private static void collect(Instance instance, Set<Integer> nodes) {
    nodes.addAll(instance.nodes());
    instance.children().forEach(child -> collect(child, nodes));
  }
}
