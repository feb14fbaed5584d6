package sec.compiler.analysis;

import java.util.ArrayList;
import java.util.List;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;

/** Makes an outline of the tree of instances. */
final class OutlineBuilder {
  /** For each node the last one that reads it. */
  private final int[] lastReaders;

  OutlineBuilder(Network network) {
    lastReaders = new int[network.nodes().size()];
    for (Node node : network.nodes()) {
      node.inputs().forEach(input -> lastReaders[input] = node.id());
    }
    lastReaders[network.output()] = Integer.MAX_VALUE;
    network.outputs().values().forEach(id -> lastReaders[id] = Integer.MAX_VALUE);
  }

  Outline outline(Instance instance) {
    List<Outline> children = children(instance);
    boolean one = children.size() == 1 && children.getFirst().copies().size() == 1;
    return switch (instance.kind()) {
      case SLOT -> slot(instance, children, one);
      case PARAMETER ->
          one
              ? children.getFirst().at(instance, children.getFirst().title())
              : of(instance, children);
      case SHARE -> one ? named(instance, children.getFirst()) : of(instance, children);
      case LABEL ->
          one && children.getFirst().isOperator()
              ? named(instance, children.getFirst())
              : of(instance, children);
      case NET, BLOCK, OPERATOR -> of(instance, children);
    };
  }

  private static Outline slot(Instance instance, List<Outline> children, boolean one) {
    String content = String.join(" ", children.stream().map(Outline::title).toList());
    boolean inside = one && children.getFirst().slot() == null;
    return new Outline(
        instance.word() + ": " + content,
        List.of(instance),
        instance,
        false,
        inside ? children.getFirst().children() : children);
  }

  private static Outline named(Instance instance, Outline only) {
    return only.at(instance, instance.word() + ": " + only.title());
  }

  private static Outline of(Instance instance, List<Outline> children) {
    return new Outline(Title.of(instance), List.of(instance), null, false, children);
  }

  private List<Outline> children(Instance instance) {
    List<Outline> all = new ArrayList<>();
    for (Instance child : instance.children()) {
      if (!computes(child)) {
        continue;
      }
      Outline next = outline(child);
      boolean sequel = !all.isEmpty() && !next.isOperator() && isSequel(all.getLast(), next);
      if (sequel && new Likeness(all.getLast().instance(), next.instance()).holds()) {
        all.set(all.size() - 1, all.getLast().with(child));
      } else {
        all.add(sequel ? next.again() : next);
      }
    }
    return all;
  }

  /** Whether the next one alone reads what comes of the last, and is called alike. */
  private boolean isSequel(Outline last, Outline next) {
    return last.result() == next.instance().entry()
        && lastReaders[last.result()] <= lastNode(next.instance())
        && last.looksLike(next);
  }

  private static int lastNode(Instance instance) {
    int last = instance.nodes().stream().mapToInt(Integer::intValue).max().orElse(-1);
    for (Instance child : instance.children()) {
      last = Math.max(last, lastNode(child));
    }
    return last;
  }

  private static boolean computes(Instance instance) {
    return !instance.nodes().isEmpty()
        || instance.children().stream().anyMatch(OutlineBuilder::computes);
  }
}
