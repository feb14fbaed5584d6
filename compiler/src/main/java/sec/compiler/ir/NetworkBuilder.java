package sec.compiler.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.model.Callee;
import sec.compiler.model.Definition;
import sec.compiler.model.Inherited;
import sec.compiler.model.Module;
import sec.compiler.model.Parameter;
import sec.compiler.model.Resolver;
import sec.compiler.model.Template;
import sec.compiler.model.Variant;
import sec.compiler.model.Words;
import sec.compiler.operators.Shape;
import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.PathPattern;
import sec.compiler.values.Value;

/** Makes a network from a net or variant, settings of its parameters, and lines put on top. */
public final class NetworkBuilder {
  /** What is put by lines with {@code [last]} may hold further such steps. */
  private static final int MOST_ROUNDS = 4;

  private final Definition target;
  private final Diagnostics diagnostics;
  private final Map<String, Value> settings = new LinkedHashMap<>();
  private final List<Assembly.Graft> grafts = new ArrayList<>();
  private final List<Variant.Graft> puts = new ArrayList<>();
  private final Work work;
  private @Nullable Span inputSpan;
  private String name;

  /** Starts from {@code target}, a net or a variant. */
  public NetworkBuilder(Definition target, Diagnostics diagnostics) {
    this(target, diagnostics, new Work(diagnostics::add, Budget.ofNetwork()));
  }

  /** The same, with what is left of {@code budget}. */
  public NetworkBuilder(Definition target, Diagnostics diagnostics, Budget budget) {
    this(target, diagnostics, new Work(diagnostics::add, budget.network()));
  }

  private NetworkBuilder(Definition target, Diagnostics diagnostics, Work work) {
    this.target = target;
    this.diagnostics = diagnostics;
    this.work = work;
    this.name = target.name();
  }

  /** Calls the network something else than its target. */
  public NetworkBuilder named(String name) {
    this.name = name;
    return this;
  }

  /**
   * Sets a parameter; the value is {@code written} at {@code span}.
   *
   * @param names whose blocks the value may name
   */
  public NetworkBuilder set(String parameter, Span span, Expression written, Module names) {
    Map<String, Parameter> known = parameters(target);
    Parameter found = known.get(parameter);
    if (found == null && !parameter.equals(Words.INPUT)) {
      List<String> all = new ArrayList<>(known.keySet());
      all.add(Words.INPUT);
      diagnostics.add(
          Code.E303,
          span,
          target.name() + " has no parameter " + parameter,
          Suggestion.help(parameter, all, "it has"));
      return this;
    }
    Optional<Expression> expression = Resolver.setting(written, found, names, diagnostics);
    if (expression.isEmpty()) {
      return this;
    }
    try {
      Value value = Frame.line(Map.of(), work).evaluator().evaluate(expression.get());
      if (found != null) {
        ParameterTypes.check(found, value, written);
      }
      if (found == null) {
        inputSpan = written.span();
      }
      settings.put(parameter, value);
    } catch (EvaluationException e) {
      diagnostics.add(e.diagnostic());
    } catch (LimitException e) {
      return this; // It is reported.
    }
    return this;
  }

  /** Sets parameters to values that were checked for them. */
  NetworkBuilder given(Map<String, Value> values) {
    settings.putAll(values);
    return this;
  }

  /** Whether a network can be built of {@code definition}: it cannot where a name was wrong. */
  public static boolean isSound(Definition definition) {
    return switch (definition) {
      case Template net -> net.isSound();
      case Variant variant -> variant.isComplete();
      default -> false;
    };
  }

  /** Whether the target has this parameter and nothing set it so far. */
  public boolean isOpen(String parameter) {
    boolean known = parameter.equals(Words.INPUT) || parameters(target).containsKey(parameter);
    return known && !settings.containsKey(parameter);
  }

  /** Whether a parameter without a default has not been set so far. */
  public boolean needsSettings() {
    return parameters(target).values().stream()
        .anyMatch(p -> p.fallback() == null && !settings.containsKey(p.name()));
  }

  /** Puts something into slots, on top of what the target does. */
  public NetworkBuilder put(Variant.Graft graft) {
    puts.add(graft);
    return this;
  }

  /** The network; empty when something is wrong, which is then in the diagnostics. */
  public Optional<Network> build() {
    Map<String, Value> given = new LinkedHashMap<>(settings);
    Resolved resolved;
    Shape input;
    try {
      resolved = resolve(target, given);
      puts.forEach(graft -> grafts.add(new Assembly.Graft(graft, resolved.values())));
      input = input(resolved);
    } catch (EvaluationException e) {
      diagnostics.add(e.diagnostic());
      return Optional.empty();
    } catch (LimitException e) {
      return Optional.empty();
    }
    Fillings fillings = new Fillings(grafts, counts(resolved, input), work);
    Elaborator elaborator = new Elaborator(fillings, diagnostics, work);
    if (!target.equals(resolved.net())) {
      elaborator.places().enter(name, input, false);
    }
    long before = diagnostics.errorCount();
    Optional<Elaborator.Root> root = elaborator.root(resolved.net(), resolved.arguments(), input);
    if (root.isPresent()) {
      fillings.unmatched().stream()
          .takeWhile(graft -> !diagnostics.isSpent())
          .forEach(graft -> unmatched(graft, fillings.paths()));
    }
    if (root.isEmpty() || diagnostics.errorCount() > before) {
      return Optional.empty();
    }
    return Optional.of(network(resolved, input, root.get(), fillings, elaborator));
  }

  /** Which step is the last of its word shows when the net has been followed. */
  private PathCounts counts(Resolved resolved, Shape input) {
    PathCounts counts = new PathCounts();
    boolean asked =
        grafts.stream()
            .flatMap(graft -> graft.line().path().steps().stream())
            .anyMatch(step -> step.selector() instanceof PathPattern.Selector.Last);
    for (int round = 0; asked && round < MOST_ROUNDS; round++) {
      Diagnostics unseen = new Diagnostics();
      Work trials = new Work(unseen::add, work.budget());
      Elaborator trial = new Elaborator(new Fillings(grafts, counts, trials), unseen, trials);
      trial.root(resolved.net(), resolved.arguments(), input);
      if (trial.counts().equals(counts)) {
        return counts;
      }
      counts = trial.counts();
    }
    return counts;
  }

  private Network network(
      Resolved resolved,
      Shape input,
      Elaborator.Root root,
      Fillings fillings,
      Elaborator elaborator) {
    Assembly assembly =
        new Assembly(
            target, resolved.net(), resolved.arguments(), input, grafts, fillings.chosen());
    return new Network(
        name,
        target.doc(),
        elaborator.graph().nodes(),
        root.output().id(),
        elaborator.outputs(),
        elaborator.graph().parameters(),
        root.instance(),
        assembly);
  }

  /**
   * A target followed down to its net.
   *
   * @param net the net
   * @param arguments of the net
   * @param values of all parameters that lines of variants see
   * @param input what is set for the shape of the input; null for the net's own
   */
  private record Resolved(
      Template net,
      Map<String, Value> arguments,
      Map<String, Value> values,
      @Nullable Value input) {}

  private Resolved resolve(Definition definition, Map<String, Value> given)
      throws EvaluationException {
    Frame frame = Frame.of(definition, given, null, work);
    Map<String, Value> values = new LinkedHashMap<>();
    for (Parameter parameter : definition.parameters()) {
      Value value = frame.find(parameter.name());
      if (value == null) {
        throw new EvaluationException(
            Code.E127,
            parameter.span(),
            "%s needs a value for %s".formatted(definition.name(), parameter.name()),
            "set it: --set %s=...".formatted(parameter.name()));
      }
      values.put(parameter.name(), value);
    }
    if (definition instanceof Template net) {
      return new Resolved(net, values, values, given.get(Words.INPUT));
    }
    Variant variant = (Variant) definition;
    Map<String, Value> below = new LinkedHashMap<>(given);
    variant.parameters().forEach(p -> below.remove(p.name()));
    Given set = new Given(Callee.of(variant.base().name(), variant.base()));
    set.named(variant.arguments(), frame);
    for (Parameter parameter : Inherited.by(variant.base())) {
      Value value = set.values().get(parameter.name());
      Expression argument = set.written(parameter.name());
      if (value != null && argument != null) {
        ParameterTypes.check(parameter, value, argument);
      }
    }
    Value input = below.get(Words.INPUT);
    Expression written = set.written(Words.INPUT);
    below.putAll(set.values());
    if (input != null) {
      below.put(Words.INPUT, input); // The outermost that says it decides.
    } else if (written != null) {
      inputSpan = written.span();
    }
    Resolved base = resolve(variant.base(), below);
    Map<String, Value> seen = new LinkedHashMap<>(base.values());
    seen.putAll(values);
    variant.grafts().forEach(graft -> grafts.add(new Assembly.Graft(graft, seen)));
    return new Resolved(base.net(), base.arguments(), seen, base.input());
  }

  private static Map<String, Parameter> parameters(Definition definition) {
    Map<String, Parameter> all = new LinkedHashMap<>();
    Inherited.by(definition).forEach(parameter -> all.put(parameter.name(), parameter));
    return all;
  }

  private Shape input(Resolved resolved) throws EvaluationException {
    Expression written = resolved.net().input().orElseThrow();
    Value value = resolved.input();
    if (value == null) {
      Frame frame = Frame.of(resolved.net(), resolved.arguments(), null, work);
      value = frame.evaluator().evaluate(written);
    }
    List<Integer> dimensions = new ArrayList<>();
    if (value instanceof Value.Items items) {
      for (Value item : items.items()) {
        boolean fits =
            item instanceof Value.Number number
                && number.value().isInt()
                && number.value().signum() > 0;
        if (fits) {
          dimensions.add(((Value.Number) item).value().intValueExact());
        }
      }
      if (dimensions.size() == items.items().size()
          && (dimensions.size() == 3 || dimensions.size() == 1)) {
        return new Shape(dimensions);
      }
    }
    throw new EvaluationException(
        Code.E207,
        inputSpan == null ? written.span() : inputSpan,
        "the input of %s is %s, which is no shape".formatted(resolved.net().name(), value),
        "write channels, height and width, [3, 32, 32], or the size of a vector, [16]");
  }

  private void unmatched(Assembly.Graft graft, Set<String> slots) {
    String wanted = graft.line().path().toString();
    diagnostics.add(
        Diagnostic.of(
                Code.E301,
                graft.line().path().span(),
                "%s reaches no slot of %s".formatted(wanted, target.name()))
            .withHelp(
                diagnostics.isFull() ? null : new NearestSlots(graft.line().path(), slots).help()));
  }
}
