package sec.compiler.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Element.Use;
import sec.compiler.syntax.Expression;

/**
 * Links the variants of a file, and the nets that are others with parameters set, to their bases.
 */
final class VariantLinker {
  private static final int MOST_VARIANTS = 100;

  private final Module module;
  private final Diagnostics diagnostics;

  /** What is still to be linked. */
  private final Map<Variant, Declaration> open = new LinkedHashMap<>();

  /** Variants being linked, each the base of the one before it. */
  private final Set<Variant> underway = new LinkedHashSet<>();

  VariantLinker(Module module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  void link(Map<Definition, Declaration> shells) {
    shells.forEach(
        (definition, declaration) -> {
          if (definition instanceof Variant variant) {
            open.put(variant, declaration);
          }
        });
    while (!open.isEmpty()) {
      link(open.keySet().iterator().next());
    }
  }

  private void link(Variant variant) {
    switch (open.remove(variant)) {
      case Declaration.Variant syntax -> link(variant, syntax.base(), syntax.grafts());
      case Declaration.Alias syntax -> link(variant, syntax.base(), List.of());
      case null, default -> throw new IllegalStateException(variant.name());
    }
  }

  private void link(Variant variant, Use use, List<Declaration.Graft> lines) {
    Definition base = new NetNames(module, diagnostics).find(use.name());
    if (base == null || !isLinked(base, variant, use)) {
      return;
    }
    ChainScope scope = ChainScope.of(module, List.of(), diagnostics);
    variant.parameters().forEach(scope::see);
    List<Parameter> inherited = Inherited.by(base);
    Map<String, Expression> arguments =
        new ArgumentBinder(scope)
            .bind(use.span(), use.arguments(), Callee.of(base.name(), inherited), false);
    ReachableSlots slots = ReachableSlots.of(base);
    List<Variant.Graft> grafts = new ArrayList<>();
    for (Declaration.Graft line : lines) {
      long before = diagnostics.errorCount();
      Variant.Graft resolved =
          new GraftResolver(module, diagnostics)
              .resolve(line, variant.parameters(), inherited, slots);
      if (diagnostics.errorCount() == before) {
        grafts.add(resolved);
        slots.add(resolved);
      }
    }
    if (arguments != null) {
      variant.complete(base, arguments, grafts);
    }
  }

  /** Whether the base of a variant is linked, which may have to happen first. */
  private boolean isLinked(Definition base, Variant variant, Use use) {
    if (!(base instanceof Variant below)) {
      return true;
    }
    underway.add(variant);
    if (underway.contains(below)) {
      reportCircle(below, use);
    } else if (open.containsKey(below) && underway.size() < MOST_VARIANTS) {
      link(below);
    }
    underway.remove(variant);
    if (below.isComplete() && below.depth() < MOST_VARIANTS) {
      return true;
    }
    if (below.isComplete() || open.containsKey(below)) {
      diagnostics.add(
          Code.E103,
          use.name().span(),
          "more than " + MOST_VARIANTS + " variants are of one another",
          "let it be of the net, with all lines");
    }
    return false;
  }

  private void reportCircle(Variant below, Use use) {
    String circle =
        underway.stream()
            .dropWhile(v -> v != below)
            .map(Variant::name)
            .collect(Collectors.joining(" is of ", "", " is of " + below.name()));
    diagnostics.add(
        Code.E129,
        use.name().span(),
        "variants are of one another in a circle: " + circle,
        "let one of them be of a net");
  }
}
