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

  /** Parameters of a variant, its base's and so on: as many as one declaration may have. */
  private static final int MOST_PARAMETERS = 200;

  private final Module module;
  private final Diagnostics diagnostics;
  private final SlotSearch search;

  /** What is still to be linked. */
  private final Map<Variant, Declaration> open = new LinkedHashMap<>();

  /** Variants being linked, each the base of the one before it. */
  private final Set<Variant> underway = new LinkedHashSet<>();

  private boolean searchTold;

  VariantLinker(Module module, Diagnostics diagnostics, SlotSearch search) {
    this.module = module;
    this.diagnostics = diagnostics;
    this.search = search;
  }

  void link(Map<Definition, Declaration> shells) {
    shells.forEach(
        (definition, declaration) -> {
          if (definition instanceof Variant variant) {
            open.put(variant, declaration);
          }
        });
    while (!open.isEmpty() && !diagnostics.isSpent()) {
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
    List<Parameter> inherited = Inherited.by(base);
    if (isSearchOver(use) || areTooMany(variant, inherited, use)) {
      return;
    }
    ChainScope scope = ChainScope.of(module, List.of(), diagnostics);
    variant.parameters().forEach(scope::see);
    Map<String, Expression> arguments =
        new ArgumentBinder(scope)
            .bind(use.span(), use.arguments(), Callee.of(base.name(), base), false);
    ReachableSlots slots = new ReachableSlots(search, search.of(base));
    GraftResolver resolver =
        new GraftResolver(module, diagnostics, search, variant.parameters(), inherited, slots);
    List<Variant.Graft> grafts = new ArrayList<>();
    for (Declaration.Graft line : lines) {
      if (diagnostics.isSpent() || search.isSpent()) {
        break;
      }
      long before = diagnostics.errorCount();
      Variant.Graft resolved = resolver.resolve(line);
      if (diagnostics.errorCount() == before) {
        grafts.add(resolved);
        slots.add(resolved);
      }
    }
    if (arguments != null && !isSearchOver(use)) {
      variant.complete(base, arguments, grafts);
    }
  }

  /** Whether no more slots are looked for, which is told once. */
  private boolean isSearchOver(Use use) {
    if (search.isSpent() && !searchTold) {
      searchTold = true;
      diagnostics.add(
          Code.E212,
          use.span(),
          "to find the slots of all variants and what their lines see takes more than %,d steps"
              .formatted(SlotSearch.MOST),
          "split the file, or let the variants be of smaller nets");
    }
    return search.isSpent();
  }

  private boolean areTooMany(Variant variant, List<Parameter> inherited, Use use) {
    int all = variant.parameters().size() + inherited.size();
    if (all > MOST_PARAMETERS) {
      diagnostics.add(
          Code.E104,
          use.span(),
          "%s and what it is of have %,d parameters; at most %,d are taken"
              .formatted(variant.name(), all, MOST_PARAMETERS),
          "set some of them, or put some together in a list");
    }
    return all > MOST_PARAMETERS;
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
