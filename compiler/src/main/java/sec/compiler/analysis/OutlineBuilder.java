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
    Outline only = children.size() == 1 ? children.getFirst() : null;
    boolean one = only != null && only.copies().size() == 1;
    String word = instance.word();
    return switch (instance.kind()) {
      case SLOT -> {
        String content = String.join(" ", children.stream().map(Outline::title).toList());
        List<Outline> inside = one && only.slot() == null ? only.children() : children;
        yield new Outline(word + ": " + content, List.of(instance), instance, inside);
      }
      case PARAMETER -> one ? only.at(instance, only.title()) : of(instance, children);
      case SHARE -> one ? only.at(instance, word + ": " + only.title()) : of(instance, children);
      case LABEL ->
          one && only.isOperator()
              ? only.at(instance, word + ": " + only.title())
              : of(instance, children);
      case NET, BLOCK, OPERATOR -> of(instance, children);
    };
  }

  private static Outline of(Instance instance, List<Outline> children) {
    return new Outline(Title.of(instance), List.of(instance), null, children);
  }

  private List<Outline> children(Instance instance) {
    List<Outline> all = new ArrayList<>();
    for (Instance child : instance.children()) {
      if (!computes(child)) {
        continue;
      }
      Outline next = outline(child);
      Outline last = all.isEmpty() ? null : all.getLast();
      if (last != null && !next.isOperator() && isRepeated(last, next)) {
        List<Instance> copies = new ArrayList<>(last.copies());
        copies.add(child);
        all.set(all.size() - 1, new Outline(last.title(), copies, last.slot(), last.children()));
      } else {
        all.add(next);
      }
    }
    return all;
  }

  /**
   * Whether the next one does the same again to what comes of the last, which nobody else reads.
   */
  private boolean isRepeated(Outline last, Outline next) {
    return last.title().equals(next.title())
        && last.result() == next.instance().entry()
        && lastReaders[last.result()] <= lastNode(next.instance())
        && new Likeness(last.instance(), next.instance()).holds();
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
