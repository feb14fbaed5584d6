package sec.compiler.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.model.ExpressionResolver.Expected;
import sec.compiler.source.Span;
import sec.compiler.syntax.Chain;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Element;
import sec.compiler.syntax.Element.Argument;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.PathPattern;
import sec.compiler.syntax.QualifiedName;

/** Finds out what the {@code compare} lines of an experiment vary. */
final class AxisResolver {
  /** Nets that a message names. */
  private static final int MOST_NAMED = 10;

  private final Module module;
  private final Diagnostics diagnostics;
  private final SlotSearch search;

  /** The nets that are trained, as far as they are known. */
  private final List<Definition> nets = new ArrayList<>();

  /** The slots of any of them. */
  private final Set<ReachableSlots> slots = new LinkedHashSet<>();

  /** The parameters of any of them, by name. */
  private final Map<String, Parameter> parameters = new HashMap<>();

  private boolean comparesNets;

  AxisResolver(Module module, Diagnostics diagnostics, SlotSearch search) {
    this.module = module;
    this.diagnostics = diagnostics;
    this.search = search;
  }

  /** Whether one of the lines compares nets. */
  boolean comparesNets() {
    return comparesNets;
  }

  List<Experiment.Axis> resolve(List<Declaration.CompareSetting> lines) {
    List<Experiment.Axis> axes = new ArrayList<>();
    // Slots and parameters are those of the nets, which any line may name.
    for (Declaration.CompareSetting line : lines) {
      if (isNet(line)) {
        axes.add(netAxis(line));
      }
    }
    for (Definition net : nets) {
      slots.add(search.of(net));
      Inherited.by(net).forEach(p -> parameters.putIfAbsent(p.name(), p));
    }
    for (Declaration.CompareSetting line : lines) {
      if (!isNet(line) && !diagnostics.isSpent()) {
        Experiment.Axis axis = axis(line);
        if (axis != null) {
          axes.add(axis);
        }
      }
    }
    return axes;
  }

  private static boolean isNet(Declaration.CompareSetting line) {
    return Words.NET.equals(parameter(line.path()));
  }

  /** The word of a path that could be a parameter's: a single step without an index. */
  private static @Nullable String parameter(PathPattern path) {
    PathPattern.Step step = path.steps().getFirst();
    return path.steps().size() == 1 && step.selector() == null ? step.word() : null;
  }

  private Experiment.Axis netAxis(Declaration.CompareSetting line) {
    if (comparesNets) {
      diagnostics.add(
          Code.E142, line.path().span(), "nets are compared twice", "put all into one list");
    } else if (!nets.isEmpty()) {
      diagnostics.add(
          Code.E142,
          line.path().span(),
          "nets are compared, and one is given by itself",
          "put it into the list, too");
    }
    comparesNets = true;
    List<Experiment.NetChoice> choices = new ArrayList<>();
    for (Expression item : items(line)) {
      Experiment.NetChoice choice =
          switch (item) {
            case Expression.Reference reference ->
                net(reference.name(), List.of(), reference.span());
            case Expression.Call call -> net(call.function(), call.arguments(), call.span());
            default -> {
              diagnostics.add(
                  Code.E142, item.span(), "this is no net", "for example: ResNet50(classes = 10)");
              yield null;
            }
          };
      if (choice != null) {
        choices.add(choice);
      }
    }
    return new Experiment.NetAxis(line.span(), choices);
  }

  /**
   * A net that is trained, with arguments; null when something is wrong, which is then reported.
   */
  Experiment.@Nullable NetChoice net(QualifiedName name, List<Argument> arguments, Span span) {
    Definition found = new NetNames(module, diagnostics).find(name);
    if (found == null) {
      return null;
    }
    nets.add(found);
    Map<String, Expression> given =
        new ArgumentBinder(ChainScope.of(module, List.of(), diagnostics))
            .bind(span, arguments, Callee.of(name.toString(), found), false);
    return given == null ? null : new Experiment.NetChoice(span, found, given);
  }

  private List<Expression> items(Declaration.CompareSetting line) {
    if (line.values() instanceof Expression.Listing listing && !listing.items().isEmpty()) {
      return listing.items();
    }
    diagnostics.add(
        Code.E142,
        line.values().span(),
        "what is compared is written as a list of at least one",
        "for example: compare gate in [identity, SE(r = 16)]");
    return List.of();
  }

  private Experiment.@Nullable Axis axis(Declaration.CompareSetting line) {
    String word = parameter(line.path());
    Optional<Parameter> parameter = Optional.ofNullable(parameters.get(word));
    String last = line.path().steps().getLast().word();
    boolean slot = slots.stream().anyMatch(each -> each.has(last));
    boolean input = Words.INPUT.equals(word);
    if (slot && (parameter.isPresent() || input)) {
      diagnostics.add(
          Code.E142,
          line.path().span(),
          word + " is a slot and a parameter",
          "for the slot give more of its path, as *." + word + ", or rename one of them");
      return null;
    }
    if (slot) {
      return slotAxis(line);
    }
    if (parameter.isPresent() || input) {
      Expected expected = parameter.map(p -> Expected.of(p.type())).orElse(Expected.PLAIN);
      return parameterAxis(line, word == null ? "" : word, expected);
    }
    if (!nets.isEmpty()) {
      unknown(line, last);
    }
    return null;
  }

  private Experiment.@Nullable Axis parameterAxis(
      Declaration.CompareSetting line, String word, Expected expected) {
    ExpressionResolver expressions =
        new ExpressionResolver(ChainScope.of(module, List.of(), diagnostics));
    if (!(line.values() instanceof Expression.Listing listing)) {
      Expression values = expressions.resolve(line.values());
      return values == null ? null : new Experiment.ParameterAxis(line.span(), word, values);
    }
    List<Expression> items = new ArrayList<>();
    for (Expression item : items(line)) {
      Expression resolved = expressions.resolve(item, expected);
      if (resolved != null) {
        items.add(resolved);
      }
    }
    return new Experiment.ParameterAxis(
        line.span(), word, new Expression.Listing(listing.span(), items));
  }

  private Experiment.Axis slotAxis(Declaration.CompareSetting line) {
    List<Variant.Graft> contents = new ArrayList<>();
    for (Expression item : items(line)) {
      Element element =
          switch (item) {
            case Expression.Reference reference ->
                new Element.Use(reference.span(), reference.name(), List.of());
            case Expression.Call call ->
                new Element.Use(call.span(), call.function(), call.arguments());
            case Expression.Block block -> new Element.Group(block.body());
            default -> null;
          };
      if (element == null) {
        diagnostics.add(
            Code.E142,
            item.span(),
            "this cannot stand in a slot",
            "write operators and blocks: [identity, SE(r = 16), < SE ECA >]");
        continue;
      }
      contents.add(content(line, new Chain(item.span(), List.of(element))));
    }
    return new Experiment.SlotAxis(line.span(), contents);
  }

  private Variant.Graft content(Declaration.CompareSetting line, Chain chain) {
    Definition net = nets.getFirst();
    return new GraftResolver(
            module, diagnostics, search, List.of(), Inherited.by(net), search.of(net))
        .resolve(new Declaration.Graft(line.span(), line.path(), null, chain));
  }

  private void unknown(Declaration.CompareSetting line, @Nullable String last) {
    diagnostics.add(
        Code.E301,
        line.path().span(),
        "%s is no slot and no parameter of %s".formatted(line.path(), netNames()),
        diagnostics.isFull()
            ? null
            : Suggestion.help(last == null ? "" : last, names(), "there are"));
  }

  private String netNames() {
    String names =
        nets.stream().limit(MOST_NAMED).map(Definition::name).collect(Collectors.joining(", "));
    return nets.size() <= MOST_NAMED
        ? names
        : "%s and %d others".formatted(names, nets.size() - MOST_NAMED);
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>(Set.of(Words.NET, Words.INPUT));
    slots.forEach(each -> names.addAll(each.names()));
    names.addAll(parameters.keySet());
    return names;
  }
}
