package sec.compiler.expand;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;

/**
 * The shares of a network, as the text needs them: uses of one path have one set of weights, but
 * may do different things, since conditions inside see the shape that enters. Each such form is a
 * share by itself that says the path.
 */
final class Forms {
  private final Network network;
  private final IdentityHashMap<Instance, Form> byUse = new IdentityHashMap<>();
  private final IdentityHashMap<Instance, Map<String, Form>> byLevel = new IdentityHashMap<>();
  private final Map<Integer, Integer> uses = new HashMap<>();
  private final Deque<Instance> levels = new ArrayDeque<>();

  /**
   * One form of a share.
   *
   * @param id stands for it among the ids of values; below zero
   * @param level in which it is declared
   * @param use its first use
   */
  record Form(int id, Instance level, Instance use) {
    /** The step of its path. */
    String place() {
      return use.path().substring(use.path().lastIndexOf('.') + 1);
    }
  }

  Forms(Network network) {
    this.network = network;
    scan(network.root());
  }

  private void scan(Instance level) {
    levels.push(level);
    for (Instance child : Steps.written(level)) {
      if (child.kind() == Instance.Kind.SHARE) {
        Instance declaring = declaring(child);
        Form form =
            byLevel
                .computeIfAbsent(declaring, l -> new LinkedHashMap<>())
                .computeIfAbsent(
                    child.path() + " " + Signature.of(network, child),
                    key -> new Form(-1 - uses.size(), declaring, child));
        byUse.put(child, form);
        uses.merge(form.id(), 1, Integer::sum);
      }
      scan(child);
    }
    levels.pop();
  }

  /** The level around {@code share} to which its path belongs. */
  private Instance declaring(Instance share) {
    int cut = Math.max(share.path().lastIndexOf('.'), 0);
    String parent = share.path().substring(0, cut);
    return levels.stream()
        .filter(level -> level.path().equals(parent))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(share.path()));
  }

  /** The form that a use of a share has. */
  Form of(Instance use) {
    Form form = byUse.get(use);
    if (form == null) {
      throw new IllegalStateException(use.path());
    }
    return form;
  }

  /** The forms that a level declares, in the order of their first uses. */
  List<Form> declaredIn(Instance level) {
    return new ArrayList<>(byLevel.getOrDefault(level, Map.of()).values());
  }

  /** Whether the text of this use stands for several. */
  boolean isUsedAgain(Instance use) {
    return uses.getOrDefault(of(use).id(), 0) > 1;
  }

  /** The words of all shares. */
  List<String> words() {
    return byUse.values().stream().map(form -> form.use().word()).distinct().toList();
  }
}
