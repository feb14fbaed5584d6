package sec.compiler.backend.djl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Instance;
import sec.compiler.model.Slot;
import sec.compiler.model.Template;
import sec.compiler.operators.Shape;

/** What the slots of one network do to sizes: what stands in them is not written in their block. */
final class SlotSizes {
  private record Key(Template owner, String slot) {}

  private record Use(Shape input, Shape output) {}

  private final Map<Key, List<Use>> uses = new HashMap<>();

  SlotSizes(Instance root) {
    collect(root, null);
  }

  private void collect(Instance instance, @Nullable Template owner) {
    if (instance.kind() == Instance.Kind.SLOT && owner != null) {
      uses.computeIfAbsent(new Key(owner, instance.word()), key -> new ArrayList<>())
          .add(new Use(instance.input(), instance.output()));
    }
    Template inner = instance.block() == null ? owner : instance.block();
    instance.children().forEach(child -> collect(child, inner));
  }

  /**
   * The sizes after {@code slot} of {@code owner}: kept, or the same wherever the block is used.
   */
  Dims after(Template owner, Slot slot, Dims in) {
    List<Use> all = uses.getOrDefault(new Key(owner, slot.name()), List.of());
    if (all.stream().allMatch(use -> use.input().equals(use.output()))) {
      return in;
    }
    Shape first = all.getFirst().output();
    if (all.stream().allMatch(use -> use.output().equals(first))) {
      return Dims.of(first);
    }
    Whole open =
        Whole.unknown("what stands in slot " + slot.name() + " changes sizes in different ways");
    return first.isMap() ? Dims.map(open, open, open) : Dims.vector(open);
  }
}
