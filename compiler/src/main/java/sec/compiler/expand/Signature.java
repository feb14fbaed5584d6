package sec.compiler.expand;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;

/** What a use of a share does, apart from which value enters it: equal for equal texts. */
final class Signature {
  private final Set<Integer> outputs;
  private final Instance share;
  private final int first;
  private final Set<Integer> inside = new HashSet<>();
  private final StringBuilder text = new StringBuilder();

  private Signature(Network network, Instance share) {
    this.share = share;
    this.outputs = new HashSet<>(network.outputs().values());
    collect(share);
    this.first = inside.stream().mapToInt(id -> id).min().orElse(0);
  }

  static String of(Network network, Instance share) {
    Signature signature = new Signature(network, share);
    signature.level(share);
    return signature.text.toString();
  }

  private void collect(Instance instance) {
    inside.addAll(instance.nodes());
    instance.children().forEach(this::collect);
  }

  private void level(Instance level) {
    for (Instance child : Steps.kept(level)) {
      text.append(child.path()).append(child.kind() == Instance.Kind.SHARE ? " share" : "");
      text.append(
          child.arguments().isEmpty() || Step.Use.isCompound(child) ? "" : child.arguments());
      values(child.inputs().isEmpty() ? List.of(child.entry()) : child.inputs());
      level(child);
      values(List.of(child.result()));
      // What is given out from inside is given out by one use alone.
      child.nodes().stream()
          .filter(id -> outputs.contains(id) && id != share.result())
          .forEach(id -> text.append(" output ").append(id));
      text.append(';');
    }
    values(List.of(level.result()));
  }

  /** Values inside by their place there, others as they are. */
  private void values(List<Integer> ids) {
    for (int id : ids) {
      if (inside.contains(id)) {
        text.append(" r").append(id - first);
      } else {
        text.append(id == share.entry() ? " e" : " #" + id);
      }
    }
  }
}
