package sec.compiler.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;

/** Finds blocks of a file that use one another in a circle. */
final class RecursionCheck {
  private final Diagnostics diagnostics;
  private final Set<Template> done = new HashSet<>();
  private final List<Template> underway = new ArrayList<>();

  RecursionCheck(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(Module module) {
    for (Definition definition : module.declared().values()) {
      if (definition instanceof Template template) {
        visit(template);
      }
    }
  }

  private void visit(Template template) {
    if (!done.add(template)) {
      return;
    }
    underway.add(template);
    template.slots().forEach(slot -> chain(slot.fallback()));
    body(template.body());
    underway.removeLast();
  }

  private void body(Body body) {
    for (Statement statement : body.statements()) {
      switch (statement) {
        case Statement.Let let -> chain(let.chain());
        case Statement.Phase phase -> chain(phase.chain());
        case Statement.Flow flow -> chain(flow.chain());
        case Statement.Require ignored -> {}
        case Statement.Scale ignored -> {}
      }
    }
  }

  private void chain(Chain chain) {
    chain.elements().forEach(this::element);
  }

  private void element(Element element) {
    switch (element) {
      case Element.BlockUse use -> use(use);
      case Element.Group group -> body(group.body());
      case Element.Merge merge -> merge.branches().forEach(branch -> chain(branch.chain()));
      case Element.Repeat repeat -> element(repeat.element());
      case Element.Conditional conditional -> {
        body(conditional.then());
        if (conditional.otherwise() != null) {
          body(conditional.otherwise());
        }
      }
      case Element.OperatorUse ignored -> {}
      case Element.SlotUse ignored -> {}
      case Element.ValueUse ignored -> {}
      case Element.Identity ignored -> {}
      case Element.Unresolved ignored -> {}
    }
  }

  private void use(Element.BlockUse use) {
    int start = underway.indexOf(use.block());
    if (start < 0) {
      visit(use.block());
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
}
