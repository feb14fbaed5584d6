package sec.compiler.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;

/** Finds blocks of a file that use one another in a circle, or too deep inside one another. */
final class RecursionCheck extends Walk {
  /** Blocks inside one another: more than any network has, few enough for any stack. */
  private static final int DEEPEST = 100;

  private final Diagnostics diagnostics;

  /** How many blocks are inside of one another, itself included. */
  private final Map<Template, Integer> heights = new HashMap<>();

  private final List<Template> underway = new ArrayList<>();
  private boolean reported;

  RecursionCheck(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(Module module) {
    for (Definition definition : module.declared().values()) {
      if (definition instanceof Template template
          && template.isResolved()
          && !heights.containsKey(template)) {
        visit(template);
      }
    }
  }

  private void visit(Template template) {
    underway.add(template);
    heights.put(template, 1);
    template(template);
    underway.removeLast();
  }

  @Override
  void use(Element.BlockUse use) {
    if (diagnostics.isSpent()) {
      return;
    }
    int start = underway.indexOf(use.block());
    if (start < 0) {
      below(use);
      return;
    }
    String circle =
        underway.subList(start, underway.size()).stream()
            .map(Template::name)
            .collect(Collectors.joining(" uses ", "", " uses " + use.block().name()));
    diagnostics.add(
        Code.E129,
        use.span(),
        "blocks may not use themselves: " + circle,
        "repeat with * instead, or take the inner part out");
  }

  private void below(Element.BlockUse use) {
    Template user = underway.getLast();
    boolean known = heights.containsKey(use.block());
    if (!known && underway.size() < DEEPEST) {
      visit(use.block());
    }
    int height = Math.min(heights.getOrDefault(use.block(), DEEPEST), DEEPEST) + 1;
    if (height > DEEPEST && !reported) {
      diagnostics.add(
          Code.E103,
          use.span(),
          "blocks are nested more than " + DEEPEST + " deep here",
          "take some of the blocks between out");
      reported = true;
    }
    heights.merge(user, height, Math::max);
  }
}
