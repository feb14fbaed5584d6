package sec.compiler.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The slots of a net and of all blocks that may be in it, whatever is put where. */
final class ReachableSlots extends Walk {
  private final Set<Slot> slots = new LinkedHashSet<>();
  private final Set<Template> seen = new HashSet<>();

  private ReachableSlots() {}

  /** Those of a net or variant. */
  static ReachableSlots of(Definition definition) {
    ReachableSlots reachable = new ReachableSlots();
    reachable.definition(definition);
    return reachable;
  }

  private void definition(Definition definition) {
    switch (definition) {
      case Template template -> visit(template);
      case Variant variant when variant.isComplete() -> {
        definition(variant.base());
        variant.arguments().values().forEach(this::expression);
        variant.grafts().forEach(graft -> chain(graft.content()));
      }
      default -> {}
    }
  }

  /** And those of what a line puts. */
  void add(Variant.Graft graft) {
    chain(graft.content());
  }

  /** The slots of that name, or all when it is null. */
  List<Slot> named(@Nullable String name) {
    return slots.stream().filter(slot -> name == null || slot.name().equals(name)).toList();
  }

  /** The parameters of those slots; of several of one name, the first. */
  List<Parameter> parameters(@Nullable String slot) {
    List<Parameter> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Slot each : named(slot)) {
      each.parameters().stream().filter(p -> names.add(p.name())).forEach(all::add);
    }
    return all;
  }

  @Override
  void use(Element.BlockUse use) {
    visit(use.block());
  }

  private void visit(Template template) {
    if (seen.add(template)) {
      slots.addAll(template.slots());
      if (template.isResolved()) {
        template(template);
      }
    }
  }
}
