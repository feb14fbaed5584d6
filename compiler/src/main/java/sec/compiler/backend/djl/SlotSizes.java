package sec.compiler.backend.djl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Instance;
import sec.compiler.model.Template;
import sec.compiler.operators.Shape;

/**
 * What the slots of one network, and the parameters that are blocks, do to sizes: what stands there
 * is not written in their block.
 */
final class SlotSizes {
  private record Key(Template owner, String slot) {}

  private record Use(Shape input, Shape output) {}

  private final Map<Key, List<Use>> uses = new HashMap<>();

  SlotSizes(Instance root) {
    collect(root, null);
  }

  private void collect(Instance instance, @Nullable Template owner) {
    boolean open =
        instance.kind() == Instance.Kind.SLOT || instance.kind() == Instance.Kind.PARAMETER;
    if (open && owner != null) {
      uses.computeIfAbsent(new Key(owner, instance.word()), key -> new ArrayList<>())
          .add(new Use(instance.input(), instance.output()));
    }
    Template inner = instance.block() == null ? owner : instance.block();
    instance.children().forEach(child -> collect(child, inner));
  }

  /**
   * The sizes after a slot or a parameter of {@code owner}: each kept, or the same wherever the
   * block is used.
   */
  Dims after(Template owner, String slot, Dims in) {
    List<Use> all = uses.getOrDefault(new Key(owner, slot), List.of());
    if (all.isEmpty()) {
      return in;
    }
    boolean map = all.getFirst().output().isMap();
    if (all.stream().anyMatch(use -> use.output().isMap() != map)) {
      throw new NotOneClassException(
          "what stands in " + slot + " gives a map in one place and a vector in another");
    }
    Whole c = after(all, slot, Shape::channels, in.c());
    return map
        ? Dims.map(
            c, after(all, slot, Shape::height, in.h()), after(all, slot, Shape::width, in.w()))
        : Dims.vector(c);
  }

  private static Whole after(List<Use> all, String slot, ToIntFunction<Shape> size, Whole in) {
    if (all.stream().allMatch(u -> size.applyAsInt(u.input()) == size.applyAsInt(u.output()))) {
      return in;
    }
    int first = size.applyAsInt(all.getFirst().output());
    return all.stream().allMatch(use -> size.applyAsInt(use.output()) == first)
        ? Whole.of(first)
        : Whole.unknown("what stands in " + slot + " changes sizes in different ways");
  }
}
