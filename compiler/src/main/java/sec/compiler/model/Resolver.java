package sec.compiler.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.operators.Operator;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;
import sec.compiler.syntax.SourceFile;
import sec.compiler.values.Type;

/** Gives every word of a file its meaning. */
public final class Resolver {
  private final Module module;
  private final Diagnostics diagnostics;
  private final SlotSearch search;

  /** Declarations by what becomes of them. */
  private final Map<Definition, Declaration> shells = new LinkedHashMap<>();

  Resolver(Module module, Diagnostics diagnostics, SlotSearch search) {
    this.module = module;
    this.diagnostics = diagnostics;
    this.search = search;
  }

  void resolve(SourceFile file) {
    file.unread().forEach(name -> module.declare(Missing.named(name)));
    for (Declaration declaration : file.declarations()) {
      Definition shell = shell(declaration);
      if (unique(declaration)) {
        module.declare(shell);
      }
      shells.put(shell, declaration);
    }
    // Uses and defaults speak of parameters of others: all are known before one is looked into.
    shells.forEach(this::declareParameters);
    shells.keySet().forEach(this::resolveDefaults);
    shells.forEach(this::resolveTemplate);
    new RecursionCheck(diagnostics).check(module);
    new VariantLinker(module, diagnostics, search).link(shells);
    shells.forEach(this::resolveExperiment);
  }

  private static Definition shell(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Block block -> new Template(block);
      case Declaration.Net net -> new Template(net);
      case Declaration.Alias alias -> new Variant(alias);
      case Declaration.Variant variant -> new Variant(variant);
      case Declaration.Experiment experiment -> new Experiment(experiment);
    };
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

  private void declareParameters(Definition definition, Declaration declaration) {
    List<Parameter> parameters =
        new ParameterResolver(ChainScope.of(module, List.of(), diagnostics))
            .declared(declaration.parameters());
    switch (definition) {
      case Template template -> template.take(parameters);
      case Variant variant -> variant.take(parameters);
      case Experiment ignored -> {}
      case Missing ignored -> {}
    }
    if (!(declaration instanceof Declaration.Block)) {
      parameters.forEach(this::requireSettable);
    }
  }

  private void requireSettable(Parameter parameter) {
    if (parameter.name().equals(Words.INPUT)) {
      diagnostics.add(
          Code.E124,
          parameter.span(),
          "every net has a parameter input already: the shape after the colon",
          "give it another name");
    }
    if (parameter.type() == Type.VALUE) {
      diagnostics.add(
          Code.E134,
          parameter.span(),
          parameter.name() + " is a value, which only the uses of a block can give",
          "take the input itself, or move this into a block");
    }
  }

  /** A default sees the parameters before it, and in a block the sizes. */
  private void resolveDefaults(Definition definition) {
    boolean sizes = definition instanceof Template template && !template.isNet();
    ChainScope scope = ChainScope.of(module, sizes ? Words.SIZES : List.of(), diagnostics);
    List<Parameter> resolved = new ParameterResolver(scope).resolved(definition.parameters());
    switch (definition) {
      case Template template when resolved == null -> template.markUnsound();
      case Template template -> template.take(resolved);
      case Variant variant when resolved == null -> variant.markUnsound();
      case Variant variant -> variant.take(resolved);
      case Experiment ignored -> {}
      case Missing ignored -> {}
    }
  }

  private void resolveTemplate(Definition definition, Declaration declaration) {
    if (!(definition instanceof Template template)) {
      return;
    }
    if (diagnostics.isSpent()) {
      template.markUnsound();
      return;
    }
    ChainScope scope = ChainScope.of(module, template, diagnostics);
    switch (declaration) {
      case Declaration.Block block -> new BodyResolver(scope).template(block.body(), template);
      case Declaration.Net net -> {
        ChainScope outside = ChainScope.of(module, List.of(), diagnostics);
        template.parameters().forEach(outside::see);
        Expression input = new ExpressionResolver(outside).resolve(net.input());
        if (input == null) {
          template.markUnsound();
        }
        template.takeInput(input == null ? net.input() : input);
        new BodyResolver(scope).template(net.body(), template);
      }
      default -> throw new IllegalStateException(definition.name());
    }
  }

  private void resolveExperiment(Definition definition, Declaration declaration) {
    if (!diagnostics.isSpent()
        && definition instanceof Experiment experiment
        && declaration instanceof Declaration.Experiment syntax) {
      new ExperimentResolver(module, diagnostics, search).resolve(syntax, experiment);
    }
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
    SlotSearch search = new SlotSearch();
    return new GraftResolver(
            module, diagnostics, search, List.of(), Inherited.by(base), search.of(base))
        .resolve(graft);
  }

  /**
   * Resolves the value of a setting, which sees no parameters.
   *
   * @param value as written
   * @param parameter what it is for; null for the shape of the input
   * @param module whose blocks it sees
   */
  public static Optional<Expression> setting(
      Expression value, @Nullable Parameter parameter, Module module, Diagnostics diagnostics) {
    ChainScope scope = ChainScope.of(module, List.of(), diagnostics);
    Type type = parameter == null ? Type.LIST : parameter.type();
    return Optional.ofNullable(
        new ExpressionResolver(scope).resolve(value, ExpressionResolver.Expected.of(type)));
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
}
