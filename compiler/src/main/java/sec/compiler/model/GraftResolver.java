package sec.compiler.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;
import sec.compiler.syntax.PathPattern;

/** Resolves lines of variants. */
final class GraftResolver {
  /** Parameters that slots tell one line: as many as a declaration may have. */
  private static final int MOST_TOLD = 200;

  private final Module module;
  private final Diagnostics diagnostics;
  private final SlotSearch search;
  private final List<Parameter> own;
  private final List<Parameter> inherited;
  private final ReachableSlots slots;

  /**
   * Makes a resolver of the lines of one variant.
   *
   * @param own parameters of the variant
   * @param inherited parameters of what it is a variant of
   * @param slots there are, those included that lines before have put
   */
  GraftResolver(
      Module module,
      Diagnostics diagnostics,
      SlotSearch search,
      List<Parameter> own,
      List<Parameter> inherited,
      ReachableSlots slots) {
    this.module = module;
    this.diagnostics = diagnostics;
    this.search = search;
    this.own = own;
    this.inherited = inherited;
    this.slots = slots;
  }

  /**
   * Resolves a line. Its condition and content see the sizes, the parameters of the slots that its
   * path ends in, the variant's and the inherited ones.
   */
  Variant.Graft resolve(Declaration.Graft graft) {
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
    List<Parameter> told = told(graft.path());
    told.forEach(scope::see);
    search.take(own.size() + inherited.size() + told.size());
    requireDistinct(told);
    PathPattern path = path(graft.path(), outer);
    scope = scope.nested(bound(graft.path(), scope.names()));
    Expression condition =
        graft.condition() == null ? null : new ExpressionResolver(scope).resolve(graft.condition());
    Chain content = new BodyResolver(scope.put()).chain(graft.content());
    return new Variant.Graft(graft.span(), path, condition, content);
  }

  /** What the slots tell that the path may reach. */
  private List<Parameter> told(PathPattern path) {
    List<Parameter> told = slots.parameters(path.steps().getLast().word());
    if (told.size() <= MOST_TOLD) {
      return told;
    }
    diagnostics.add(
        Code.E104,
        path.span(),
        "the slots that %s may mean tell %,d parameters; at most %,d are taken"
            .formatted(path, told.size(), MOST_TOLD),
        "give the last step the name of a slot");
    return told.subList(0, MOST_TOLD);
  }

  private void requireDistinct(List<Parameter> told) {
    Set<String> names = told.stream().map(Parameter::name).collect(Collectors.toSet());
    for (Parameter parameter : own) {
      if (names.contains(parameter.name())) {
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
