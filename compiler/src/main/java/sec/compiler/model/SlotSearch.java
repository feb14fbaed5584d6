package sec.compiler.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the slots of nets and variants, those of each once, and what each block uses once. It comes
 * to an end: among many variants each can reach many blocks of its own, and see many parameters.
 */
final class SlotSearch {
  /** Blocks and slots that are found, and parameters that lines see, all together. */
  static final int MOST = 1_000_000;

  private final Map<Definition, ReachableSlots> found = new HashMap<>();
  private final Map<Template, Set<Template>> uses = new HashMap<>();
  private long taken;

  /** Those of a net or variant that is linked. */
  ReachableSlots of(Definition definition) {
    ReachableSlots known = found.get(definition);
    if (known != null) {
      return known;
    }
    ReachableSlots slots =
        switch (definition) {
          case Variant variant when variant.isComplete() -> over(variant);
          case Template net -> over(net);
          default -> new ReachableSlots(this, null);
        };
    found.put(definition, slots);
    return slots;
  }

  private ReachableSlots over(Template net) {
    ReachableSlots slots = new ReachableSlots(this, null);
    slots.add(List.of(net));
    return slots;
  }

  private ReachableSlots over(Variant variant) {
    ReachableSlots slots = new ReachableSlots(this, of(variant.base()));
    slots.add(UsedBlocks.of(variant.arguments().values()));
    variant.grafts().forEach(slots::add);
    return slots;
  }

  /** Whether one more block and its slots can be taken in. */
  boolean take(Template block) {
    take(1 + block.slots().size());
    return !isSpent();
  }

  /** So many parameters are seen. */
  void take(int parameters) {
    taken += parameters;
  }

  /** Whether more was looked for than is found: what there is may not be all. */
  boolean isSpent() {
    return taken > MOST;
  }

  Set<Template> uses(Template block) {
    return uses.computeIfAbsent(block, UsedBlocks::of);
  }
}
