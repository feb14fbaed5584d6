package sec.compiler.expand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.operators.Operator;

/** Makes the steps of a level from its instances. */
final class Steps {
  private static final String SCALE = "scale";

  private final Network network;
  private final Forms forms;
  private final OutputPlaces outputs;

  Steps(Network network, Forms forms) {
    this.network = network;
    this.forms = forms;
    this.outputs = new OutputPlaces(network, forms);
  }

  /** The steps inside {@code level}, without those that nothing would miss. */
  List<Step> of(Instance level) {
    List<Step> steps = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    Set<Instance> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(kept(level));
    give(level, -1, steps);
    for (int i = 0; i < level.children().size(); i++) {
      Instance child = level.children().get(i);
      if (kept.contains(child)) {
        if (child.kind() != Instance.Kind.SHARE) {
          count(child, counts, steps);
        }
        steps.add(isEmpty(child) ? new Step.Placeholder(child.word()) : step(child));
      }
      give(level, i, steps);
    }
    declare(level, steps);
    return steps;
  }

  private void give(Instance level, int after, List<Step> steps) {
    outputs.in(level).stream()
        .filter(given -> given.after() == after)
        .forEach(given -> steps.add(new Step.Output(given.name(), given.value())));
  }

  /** A share that is declared and not used has an index all the same. */
  private static void count(Instance child, Map<String, Integer> counts, List<Step> steps) {
    int open = child.path().endsWith("]") ? child.path().lastIndexOf('[') : -1;
    int index =
        open < 0
            ? 0
            : Integer.parseInt(child.path().substring(open + 1, child.path().length() - 1));
    for (int i = counts.getOrDefault(child.word(), 0); i < index; i++) {
      steps.add(new Step.Placeholder(child.word()));
    }
    counts.put(child.word(), index + 1);
  }

  /** Puts the declarations of shares where all is there that they read, and not later. */
  private void declare(Instance level, List<Step> steps) {
    Map<Integer, Step.Declaration> waiting = new HashMap<>();
    for (Forms.Form form : forms.declaredIn(level)) {
      Set<Integer> reads = foreign(form.use());
      reads.remove(form.id());
      waiting.put(form.id(), new Step.Declaration(form, reads));
    }
    forms.declaredIn(level).forEach(form -> declare(form.id(), waiting, steps));
  }

  private static void declare(int id, Map<Integer, Step.Declaration> waiting, List<Step> steps) {
    Step.Declaration declaration = waiting.remove(id);
    if (declaration == null) {
      return;
    }
    declaration.foreign().forEach(read -> declare(read, waiting, steps));
    int at = 0;
    for (int i = 0; i < steps.size(); i++) {
      boolean declares = steps.get(i) instanceof Step.Declaration;
      if ((declares && at == i)
          || !Collections.disjoint(steps.get(i).results(), declaration.foreign())) {
        at = i + 1;
      }
    }
    steps.add(at, declaration);
  }

  /** The children of a level that its text has. */
  static List<Instance> kept(Instance level) {
    Set<String> needed =
        level.children().stream()
            .filter(child -> child.kind() != Instance.Kind.SHARE && !isEmpty(child))
            .map(Instance::word)
            .collect(Collectors.toCollection(HashSet::new));
    // An empty slot goes unless one of the same name is filled: that keeps its index.
    return level.children().stream()
        .filter(child -> !isEmpty(child) || needed.contains(child.word()))
        .toList();
  }

  /** The children of a level of whose inside its text has something. */
  static List<Instance> written(Instance level) {
    return level.children().stream().filter(child -> !isEmpty(child)).toList();
  }

  private static boolean isEmpty(Instance instance) {
    return Step.Use.isCompound(instance)
        && instance.result() == instance.entry()
        && !hasNodes(instance);
  }

  private static boolean hasNodes(Instance instance) {
    return !instance.nodes().isEmpty() || instance.children().stream().anyMatch(Steps::hasNodes);
  }

  /** What is read by name inside of {@code instance}. */
  private Set<Integer> foreign(Instance instance) {
    Inside inside = new Inside();
    collect(instance, inside);
    Set<Integer> read = new LinkedHashSet<>(inside.read);
    inside.shares.values().stream()
        .filter(form -> !inside.levels.contains(form.level()))
        .forEach(form -> read.add(form.id()));
    read.removeAll(inside.nodes);
    read.remove(instance.entry());
    return read;
  }

  /** What was found inside of an instance. */
  private static final class Inside {
    private final Set<Instance> levels = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Integer> nodes = new HashSet<>();
    private final Set<Integer> read = new LinkedHashSet<>();
    private final Map<Integer, Forms.Form> shares = new LinkedHashMap<>();
  }

  private void collect(Instance instance, Inside inside) {
    inside.levels.add(instance);
    inside.nodes.addAll(instance.nodes());
    inside.read.add(instance.result());
    instance.nodes().forEach(id -> inside.read.addAll(network.nodes().get(id).inputs()));
    outputs.in(instance).forEach(given -> inside.read.add(given.value()));
    if (instance.kind() == Instance.Kind.SHARE) {
      inside.shares.put(forms.of(instance).id(), forms.of(instance));
    }
    written(instance).forEach(child -> collect(child, inside));
  }

  private Step.Use step(Instance instance) {
    if (instance.kind() == Instance.Kind.OPERATOR && isJoin(instance)) {
      return new Step.Use(instance, instance.inputs(), Set.of(), List.of(instance.result()));
    }
    List<Integer> results =
        instance.word().equals(Operator.SPLIT.word()) && instance.kind() == Instance.Kind.OPERATOR
            ? instance.nodes()
            : List.of(instance.result());
    return new Step.Use(instance, List.of(instance.entry()), foreign(instance), results);
  }

  static boolean isJoin(Instance instance) {
    return instance.word().equals(SCALE)
        || Operator.of(instance.word()).map(Operator::isMerge).orElse(false);
  }

  static boolean isScale(Instance instance) {
    return instance.kind() == Instance.Kind.OPERATOR && instance.word().equals(SCALE);
  }
}
