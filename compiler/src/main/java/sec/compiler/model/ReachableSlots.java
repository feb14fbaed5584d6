package sec.compiler.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a net or variant and of all blocks that may be in it, whatever is put where: those
 * of its base, which many variants share, and what comes on top.
 */
final class ReachableSlots {
  private final SlotSearch search;
  private final @Nullable ReachableSlots base;
  private final Set<Template> seen = new HashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  /** The parameters of all. */
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();

  /** The parameters of those of each name, where they have any. */
  private final Map<String, Map<String, Parameter>> byName = new HashMap<>();

  /** Starts from those of {@code base}, which does not change from then on. */
  ReachableSlots(SlotSearch search, @Nullable ReachableSlots base) {
    this.search = search;
    this.base = base;
  }

  /** And those of what a line puts. */
  void add(Variant.Graft graft) {
    add(UsedBlocks.of(graft.content()));
  }

  /** And those of these blocks, and of the blocks in them, unless the search is at its end. */
  void add(Collection<Template> blocks) {
    Deque<Template> open = new ArrayDeque<>(blocks);
    while (!open.isEmpty()) {
      Template block = open.pop();
      if (isNew(block) && search.take(block)) {
        seen.add(block);
        block.slots().forEach(this::add);
        // What a block uses comes before what stands beside it.
        List.copyOf(search.uses(block)).reversed().forEach(open::push);
      }
    }
  }

  private boolean isNew(Template block) {
    for (ReachableSlots layer = this; layer != null; layer = layer.base) {
      if (layer.seen.contains(block)) {
        return false;
      }
    }
    return true;
  }

  private void add(Slot slot) {
    names.add(slot.name());
    for (Parameter parameter : slot.parameters()) {
      parameters.putIfAbsent(parameter.name(), parameter);
      byName
          .computeIfAbsent(slot.name(), name -> new LinkedHashMap<>())
          .putIfAbsent(parameter.name(), parameter);
    }
  }

  /** Whether there is one of that name, or any when it is null. */
  boolean has(@Nullable String name) {
    boolean own = name == null ? !names.isEmpty() : names.contains(name);
    return own || (base != null && base.has(name));
  }

  /** The names of all. */
  Set<String> names() {
    Set<String> all = base == null ? new LinkedHashSet<>() : base.names();
    all.addAll(names);
    return all;
  }

  /** The parameters of those of that name, or of all when it is null; of equal names, the first. */
  List<Parameter> parameters(@Nullable String slot) {
    Map<String, Parameter> all = new LinkedHashMap<>();
    for (ReachableSlots layer : layers()) {
      Map<String, Parameter> own =
          slot == null ? layer.parameters : layer.byName.getOrDefault(slot, Map.of());
      own.forEach(all::putIfAbsent);
    }
    return List.copyOf(all.values());
  }

  /** From the net to this one. */
  private List<ReachableSlots> layers() {
    List<ReachableSlots> layers = base == null ? new ArrayList<>() : base.layers();
    layers.add(this);
    return layers;
  }
}
