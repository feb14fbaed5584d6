package sec.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sec.compiler.ir.Instance;

/** Whether two instances do the same, each with weights of its own, to what enters them. */
final class Likeness {
  private final Instance first;
  private final Instance second;

  /** For each node of the first the one of the second in its place. */
  private final Map<Integer, Integer> partners = new HashMap<>();

  Likeness(Instance first, Instance second) {
    this.first = first;
    this.second = second;
    partners.put(first.entry(), second.entry());
  }

  boolean holds() {
    return alike(first, second);
  }

  private boolean alike(Instance a, Instance b) {
    boolean same =
        a.word().equals(b.word())
            && a.kind() == b.kind()
            && a.block() == b.block()
            && shown(a).equals(shown(b))
            && a.input().equals(b.input())
            && a.output().equals(b.output())
            && a.children().size() == b.children().size()
            && a.nodes().size() == b.nodes().size()
            && read(a, b);
    for (int i = 0; same && i < a.nodes().size(); i++) {
      partners.put(a.nodes().get(i), b.nodes().get(i));
    }
    for (int i = 0; same && i < a.children().size(); i++) {
      same = alike(a.children().get(i), b.children().get(i));
    }
    return same && partner(a.result()) == b.result();
  }

  /** Block values know where they were written, and are equal only to themselves. */
  private static String shown(Instance instance) {
    return instance.arguments().toString();
  }

  /** Whether they read the same: values inside in the same places, or one value from outside. */
  private boolean read(Instance a, Instance b) {
    List<Integer> from = reads(a);
    List<Integer> to = reads(b);
    boolean same = from.size() == to.size();
    for (int i = 0; same && i < from.size(); i++) {
      same = partner(from.get(i)) == to.get(i);
    }
    return same;
  }

  private static List<Integer> reads(Instance instance) {
    List<Integer> all = new ArrayList<>(instance.inputs());
    all.addAll(instance.values().values());
    return all;
  }

  private int partner(int node) {
    return partners.getOrDefault(node, node);
  }
}
