package sec.compiler.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.operators.Operator;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Element.Use;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;
import sec.compiler.syntax.PathPattern;
import sec.compiler.syntax.QualifiedName;
import sec.compiler.syntax.SourceFile;
import sec.compiler.values.Type;

/** Gives every word of a file its meaning. */
public final class Resolver {
  private static final int MOST_VARIANTS = 100;

  private final Module module;
  private final Diagnostics diagnostics;

  /** Declarations whose bodies are still to be resolved. */
  private final Map<Definition, Declaration> open = new LinkedHashMap<>();

  /** Variants being resolved, each the base of the one before it. */
  private final Set<Variant> underway = new LinkedHashSet<>();

  Resolver(Module module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  void resolve(SourceFile file) {
    for (Declaration declaration : file.declarations()) {
      Definition shell = declare(declaration);
      if (unique(declaration)) {
        module.declare(shell);
      }
      open.put(shell, declaration);
    }
    open.keySet().forEach(this::checkDefaults);
    while (!open.isEmpty()) {
      link(open.keySet().iterator().next());
    }
    new RecursionCheck(diagnostics).check(module);
  }

  private boolean unique(Declaration declaration) {
    Name name = declaration.name();
    Definition other = module.declared().get(name.text());
    if (other != null) {
      diagnostics.add(
          Code.E123,
          name.span(),
          name + " is declared twice; the first time at " + other.span().position(),
          "give one of them another name");
      return false;
    }
    if (Operator.of(name.text()).isPresent() || Words.RESERVED.contains(name.text())) {
      diagnostics.add(
          Code.E124,
          name.span(),
          name + " is an operator of the language",
          "give it another name; a capital letter is customary");
      return false;
    }
    if (module.imported().containsKey(name.text())) {
      diagnostics.add(
          Code.E124,
          name.span(),
          name + " is imported already",
          "give it another name, or import the other one by an alias");
      return false;
    }
    return true;
  }

  private Definition declare(Declaration declaration) {
    List<Parameter> parameters = parameters(declaration.parameters());
    if (declaration instanceof Declaration.Net net) {
      net.parameters().stream()
          .map(Declaration.Parameter::name)
          .filter(name -> name.text().equals(Words.INPUT))
          .forEach(
              name ->
                  diagnostics.add(
                      Code.E124,
                      name.span(),
                      "every net has a parameter input already: the shape after the colon",
                      "give it another name"));
    }
    return declaration instanceof Declaration.Variant variant
        ? new Variant(variant, parameters)
        : new Template(declaration, parameters);
  }

  private List<Parameter> parameters(List<Declaration.Parameter> declared) {
    Map<String, Type> types = new LinkedHashMap<>();
    List<Parameter> parameters = new ArrayList<>();
    for (Declaration.Parameter parameter : declared) {
      Name name = parameter.name();
      if (Words.SIZES.contains(name.text()) || Words.VALUES.contains(name.text())) {
        diagnostics.add(
            Code.E124, name.span(), name + " already has a meaning in expressions", null);
      } else if (types.containsKey(name.text())) {
        diagnostics.add(Code.E123, name.span(), "there are two parameters called " + name, null);
      }
      Type type = type(parameter, types);
      types.put(name.text(), type);
      parameters.add(new Parameter(name.text(), type, parameter.fallback(), parameter.span()));
    }
    return parameters;
  }

  private Type type(Declaration.Parameter parameter, Map<String, Type> known) {
    Name word = parameter.type();
    if (word == null) {
      Expression fallback = parameter.fallback();
      return fallback == null ? Type.INTEGER : TypeInference.of(fallback, known);
    }
    Optional<Type> type = Type.of(word.text());
    if (type.isEmpty()) {
      List<String> words = List.of(Type.values()).stream().map(Type::word).toList();
      diagnostics.add(
          Code.E135,
          word.span(),
          "there is no type " + word,
          Suggestion.help(word.text(), words, "types"));
    }
    return type.orElse(Type.INTEGER);
  }

  private void link(Definition shell) {
    Declaration declaration = open.remove(shell);
    switch (shell) {
      case Template template -> linkTemplate(declaration, template);
      case Variant variant -> linkVariant((Declaration.Variant) declaration, variant);
      case Missing missing -> throw new IllegalStateException(missing.name());
    }
  }

  private void linkTemplate(Declaration declaration, Template template) {
    ChainScope scope = ChainScope.of(module, template, diagnostics);
    switch (declaration) {
      case Declaration.Block block -> new BodyResolver(scope).template(block.body(), template);
      case Declaration.Net net -> {
        if (!new ExpressionChecker(names(template, false), null, diagnostics).check(net.input())) {
          template.markUnsound();
        }
        new BodyResolver(scope).template(net.body(), template);
      }
      case Declaration.Variant variant -> throw new IllegalStateException(variant.doc());
    }
  }

  /** A default sees the sizes and the parameters before it. */
  private void checkDefaults(Definition definition) {
    Set<String> visible = new LinkedHashSet<>();
    boolean sizes = definition instanceof Template template && !template.isNet();
    if (sizes) {
      visible.addAll(Words.SIZES);
    }
    for (Parameter parameter : definition.parameters()) {
      boolean sound =
          parameter.fallback() == null
              || new ExpressionChecker(visible, null, diagnostics).check(parameter.fallback());
      if (!sound && definition instanceof Template template) {
        template.markUnsound();
      } else if (!sound && definition instanceof Variant variant) {
        variant.markUnsound();
      }
      visible.add(parameter.name());
    }
  }

  private static Set<String> names(Definition definition, boolean sizes) {
    Set<String> names = new LinkedHashSet<>(sizes ? Words.SIZES : List.of());
    definition.parameters().forEach(p -> names.add(p.name()));
    return names;
  }

  private void linkVariant(Declaration.Variant syntax, Variant variant) {
    Use use = syntax.base();
    Definition base = target(use.name());
    if (base == null || !resolved(base, variant, use)) {
      return;
    }
    ArgumentBinder binder =
        new ArgumentBinder(
            diagnostics, new ExpressionChecker(names(variant, false), null, diagnostics));
    long before = diagnostics.errorCount();
    Map<String, Expression> arguments = binder.bind(use, base.name(), parametersOf(base), false);
    boolean bound = diagnostics.errorCount() == before;
    List<Variant.Graft> grafts = new ArrayList<>();
    Set<String> names = names(variant, true);
    parametersOf(base).forEach(p -> names.add(p.name()));
    for (Declaration.Graft graft : syntax.grafts()) {
      long earlier = diagnostics.errorCount();
      Variant.Graft resolved = graft(graft, names, ChainScope.of(module, null, diagnostics));
      if (diagnostics.errorCount() == earlier) {
        grafts.add(resolved);
      }
    }
    if (bound) {
      variant.complete(base, arguments, grafts);
    }
  }

  /** Whether the base of a variant is resolved, which may have to happen first. */
  private boolean resolved(Definition base, Variant variant, Use use) {
    if (!(base instanceof Variant below)) {
      return true;
    }
    underway.add(variant);
    if (underway.contains(below)) {
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

  /**
   * Resolves a line given on the command line, as if it stood in a variant of {@code base}.
   *
   * @param graft the line
   * @param base the net or variant it changes
   * @param module whose names it sees
   */
  public static Variant.Graft placement(
      Declaration.Graft graft, Definition base, Module module, Diagnostics diagnostics) {
    Set<String> names = new LinkedHashSet<>(Words.SIZES);
    parametersOf(base).forEach(p -> names.add(p.name()));
    return new Resolver(module, diagnostics)
        .graft(graft, names, ChainScope.of(module, null, diagnostics));
  }

  /** Whether {@code value}, of a setting, is made of what settings may use: no names at all. */
  public static boolean isSetting(Expression value, Diagnostics diagnostics) {
    return new ExpressionChecker(Set.of(), null, diagnostics).check(value);
  }

  /** The names that a file's own lines and those of {@code others} see together. */
  public static Module within(Module module, List<Module> others) {
    Module all = new Module(module.source());
    for (Module other : others) {
      other.declared().forEach(all::bring);
    }
    module.imported().forEach(all::bring);
    module.aliases().forEach(all::alias);
    module.declared().values().forEach(all::declare);
    return all;
  }

  private Variant.Graft graft(Declaration.Graft graft, Set<String> outer, ChainScope scope) {
    Set<String> names = new LinkedHashSet<>(outer);
    for (PathPattern.Step step : graft.path().steps()) {
      switch (step.selector()) {
        case null -> {}
        case PathPattern.Selector.Bound bound -> names.add(bound.name().text());
        case PathPattern.Selector.Range range -> {
          ExpressionChecker checker = new ExpressionChecker(outer, null, diagnostics);
          checker.check(range.from());
          if (range.to() != null) {
            checker.check(range.to());
          }
        }
      }
    }
    scope = scope.withNames(names);
    Expression condition = graft.condition();
    if (condition != null) {
      new ExpressionChecker(names, null, diagnostics).check(condition);
    }
    Chain content = new BodyResolver(scope).chain(graft.content());
    return new Variant.Graft(graft.span(), graft.path(), condition, content);
  }

  private @Nullable Definition target(QualifiedName name) {
    Definition found = ChainScope.of(module, null, diagnostics).definition(name).orElse(null);
    if (found == null && diagnostics.isFull()) {
      diagnostics.add(Code.E302, name.span(), "there is no net or variant " + name + " here", null);
      return null;
    }
    if (found == null) {
      List<String> nets =
          module.declared().values().stream()
              .filter(d -> d instanceof Variant || (d instanceof Template t && t.isNet()))
              .map(Definition::name)
              .collect(Collectors.toCollection(ArrayList::new));
      module.imported().values().stream()
          .filter(d -> d instanceof Variant || (d instanceof Template t && t.isNet()))
          .map(Definition::name)
          .forEach(nets::add);
      diagnostics.add(
          Code.E302,
          name.span(),
          "there is no net or variant " + name + " here",
          Suggestion.help(name.toString(), nets, "there are"));
      return null;
    }
    if (found instanceof Template template && !template.isNet()) {
      diagnostics.add(
          Code.E133, name.span(), name + " is a block; a variant is of a net or a variant", null);
      return null;
    }
    return found instanceof Missing ? null : found;
  }

  /** A net's parameters, or a variant's and what it leaves open of its base's. */
  static List<Parameter> parametersOf(Definition definition) {
    if (!(definition instanceof Variant variant) || !variant.isComplete()) {
      return definition.parameters();
    }
    List<Parameter> all = new ArrayList<>(variant.parameters());
    Set<String> taken = new HashSet<>(variant.arguments().keySet());
    all.forEach(p -> taken.add(p.name()));
    parametersOf(variant.base()).stream().filter(p -> !taken.contains(p.name())).forEach(all::add);
    return all;
  }
}
