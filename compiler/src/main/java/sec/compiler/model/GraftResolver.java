package sec.compiler.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;
import sec.compiler.syntax.PathPattern;

/** Resolves lines of variants. */
final class GraftResolver {
  private final Module module;
  private final Diagnostics diagnostics;

  GraftResolver(Module module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  /**
   * Resolves a line. Its condition and content see the sizes, the parameters of the slots that its
   * path ends in, {@code own} and {@code inherited} parameters.
   *
   * @param graft the line
   * @param own parameters of the variant
   * @param inherited parameters of what it is a variant of
   * @param slots there are
   */
  Variant.Graft resolve(
      Declaration.Graft graft,
      List<Parameter> own,
      List<Parameter> inherited,
      ReachableSlots slots) {
    ChainScope outer = ChainScope.of(module, List.of(), diagnostics);
    ChainScope scope = ChainScope.of(module, Words.SIZES, diagnostics);
    for (Parameter parameter : inherited) {
      outer.see(parameter);
      scope.see(parameter);
    }
    for (Parameter parameter : own) {
      outer.see(parameter);
      scope.see(parameter);
    }
    List<Parameter> told = slots.parameters(graft.path().steps().getLast().word());
    told.forEach(scope::see);
    requireDistinct(own, told);
    PathPattern path = path(graft.path(), outer);
    scope = scope.nested(bound(graft.path(), scope.names()));
    Expression condition =
        graft.condition() == null ? null : new ExpressionResolver(scope).resolve(graft.condition());
    Chain content = new BodyResolver(scope.put()).chain(graft.content());
    return new Variant.Graft(graft.span(), path, condition, content);
  }

  private void requireDistinct(List<Parameter> own, List<Parameter> told) {
    for (Parameter parameter : own) {
      if (told.stream().anyMatch(p -> p.name().equals(parameter.name()))) {
        diagnostics.add(
            Code.E124,
            parameter.span(),
            parameter.name() + " is also what a slot tells its content: a line would see both",
            "give this one another name");
      }
    }
  }

  private Set<String> bound(PathPattern path, Set<String> taken) {
    Set<String> names = new LinkedHashSet<>();
    for (PathPattern.Step step : path.steps()) {
      if (step.selector() instanceof PathPattern.Selector.Bound(Name name)
          && (taken.contains(name.text()) || !names.add(name.text()))) {
        diagnostics.add(
            Code.E124,
            name.span(),
            name + " already has a meaning in this line",
            "give it another name");
      }
    }
    return names;
  }

  private PathPattern path(PathPattern path, ChainScope scope) {
    ExpressionResolver expressions = new ExpressionResolver(scope);
    List<PathPattern.Step> steps = new ArrayList<>();
    for (PathPattern.Step step : path.steps()) {
      PathPattern.Selector selector = step.selector();
      if (selector instanceof PathPattern.Selector.Range range) {
        Expression from = expressions.resolve(range.from());
        Expression to = range.to() == null ? null : expressions.resolve(range.to());
        selector =
            new PathPattern.Selector.Range(
                from == null ? range.from() : from, to == null ? range.to() : to);
      }
      steps.add(new PathPattern.Step(step.span(), step.word(), selector));
    }
    return new PathPattern(path.span(), steps);
  }
}
