package sec.compiler.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.model.Body;
import sec.compiler.model.Chain;
import sec.compiler.model.Element;
import sec.compiler.model.PathWords;
import sec.compiler.model.Slot;
import sec.compiler.model.Statement;
import sec.compiler.model.Template;
import sec.compiler.operators.Arguments;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.operators.ShapeException;
import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Rational;
import sec.compiler.values.Value;

/**
 * Elaborates a net: follows its body with all numbers known, resolving blocks, slots, repeats and
 * conditions, until only primitives with shapes are left.
 *
 * <p>A value whose computation failed is {@code null}: the failure is already reported, and nothing
 * more is said of what depends on it.
 */
final class Elaborator {
  private static final int MOST_REPEATS = 10_000;

  /** Elements elaborated, those that make no operator included. */
  private static final int MOST_STEPS = 1_000_000;

  /** Elements inside one another: bodies, blocks, slots, conditions. */
  private static final int DEEPEST = 1000;

  private final Diagnostics diagnostics;
  private final Fillings fillings;
  private final GraphBuilder graph = new GraphBuilder();
  private final IdentityHashMap<Object, Set<String>> indexed = new IdentityHashMap<>();
  private final Places places = new Places();
  private final Map<Integer, Span> spans = new HashMap<>();
  private final int mostSteps;
  private int steps;
  private int depth;

  Elaborator(Fillings fillings, Diagnostics diagnostics) {
    this(fillings, diagnostics, MOST_STEPS);
  }

  /** An elaborator that gives up after so many steps. */
  Elaborator(Fillings fillings, Diagnostics diagnostics, int mostSteps) {
    this.mostSteps = mostSteps;
    this.fillings = fillings;
    this.diagnostics = diagnostics;
  }

  GraphBuilder graph() {
    return graph;
  }

  /**
   * What became of a net.
   *
   * @param instance the tree of paths
   * @param output the node of its result
   */
  record Root(Instance instance, Node output) {}

  /** Elaborates a net or, to check it alone, a block; empty when it has errors. */
  Optional<Root> root(Template template, Map<String, Value> arguments, Shape input) {
    try {
      Node entry = input(template, input);
      if (entry == null) {
        return Optional.empty();
      }
      Frame frame = Frame.of(template, arguments, input);
      Level level = new Level("", indexed(template.body()));
      Node result = body(template.body(), entry, frame, level);
      if (result == null) {
        return Optional.empty();
      }
      reportUnused(result);
      return Optional.of(
          new Root(
              Level.instance(
                  "", template.name(), Instance.Kind.NET, template, frame, entry, result, level),
              result));
    } catch (LimitException e) {
      return Optional.empty();
    }
  }

  private @Nullable Node input(Template template, Shape shape) {
    try {
      return graph.add("input", new Primitive.Input(shape), List.of());
    } catch (ShapeException e) {
      report(e, template.span());
      return null;
    }
  }

  /** Values that nothing reads: they would be computed, trained and saved for nothing. */
  private void reportUnused(Node result) {
    for (Node node : graph.unused(result)) {
      // What belongs to a value that is never used at all is said where that is bound.
      Span span = spans.get(node.id());
      if (span != null) {
        diagnostics.add(
            Diagnostic.of(
                    Code.E136,
                    span,
                    "the result of %s is never used".formatted(node.primitive().word()))
                .withNotes(List.of("as " + node.path()))
                .withHelp("merge it, or leave it out; under a condition, move its let inside"));
      }
    }
  }

  private Set<String> indexed(Body body) {
    return indexed.computeIfAbsent(body, b -> PathWords.indexed(body));
  }

  private Set<String> indexed(Chain chain) {
    return indexed.computeIfAbsent(chain, c -> PathWords.indexed(chain));
  }

  private @Nullable Node body(Body body, Node input, Frame frame, Level level) {
    Node current = input;
    Node remembered = null;
    boolean phases = false;
    for (Statement statement : body.statements()) {
      switch (statement) {
        case Statement.Let let -> {
          int first = graph.nodes().size();
          Node value = chain(let.chain(), current, frame, level);
          if (!let.local().isUsed()) {
            spans.keySet().removeIf(id -> id >= first);
          }
          if (value != null) {
            frame.bind(let.local(), value);
          }
        }
        case Statement.Require require -> require(require, frame);
        case Statement.Phase phase -> {
          if (!phases) {
            remembered = current;
            phases = true;
          }
          current = chain(phase.chain(), current, frame, level);
        }
        case Statement.Scale scale -> {
          current = scale(scale.span(), remembered, current, level);
          phases = false;
        }
        case Statement.Flow flow ->
            current = labelled(flow.label(), flow.chain(), current, frame, level);
      }
    }
    return current;
  }

  private @Nullable Node scale(Span span, @Nullable Node map, @Nullable Node gate, Level level) {
    return map == null || gate == null
        ? null
        : node(span, "scale", Primitive.Elementwise.MUL, List.of(map, gate), level);
  }

  private void require(Statement.Require require, Frame frame) {
    try {
      if (!frame.evaluator().truth(require.condition())) {
        report(
            Diagnostic.of(Code.E209, require.span(), require.message())
                .withHelp("required here: " + require.condition().span().text()));
      }
    } catch (EvaluationException e) {
      report(e.diagnostic());
    }
  }

  private @Nullable Node labelled(
      @Nullable String label, Chain chain, @Nullable Node input, Frame frame, Level level) {
    if (label == null || input == null) {
      return chain(chain, input, frame, level);
    }
    String path = level.next(label);
    Level inner = new Level(path, indexed(chain));
    Node result = chain(chain, input, frame, inner);
    if (result != null) {
      level.add(Level.instance(path, label, Instance.Kind.LABEL, null, null, input, result, inner));
    }
    return result;
  }

  private @Nullable Node chain(Chain chain, @Nullable Node input, Frame frame, Level level) {
    Node current = input;
    for (Element element : chain.elements()) {
      current = element(element, current, frame, level);
    }
    return current;
  }

  private @Nullable Node element(Element element, @Nullable Node input, Frame frame, Level level) {
    if (element instanceof Element.ValueUse value) {
      return frame.local(value.local());
    }
    if (input == null) {
      return null;
    }
    if (++steps > mostSteps || depth >= DEEPEST) {
      return beyond(element.span());
    }
    depth++;
    Node result = applied(element, input, frame, level);
    depth--;
    return result;
  }

  private @Nullable Node beyond(Span span) {
    report(
        depth >= DEEPEST
            ? Diagnostic.of(Code.E103, span, "the network is nested more than 1,000 deep here")
                .withHelp("take some of the bodies and blocks between out")
            : Diagnostic.of(Code.E212, span, "the network has more than a million steps")
                .withHelp("check the repeat counts, and blocks that use others several times"));
    throw new LimitException();
  }

  private @Nullable Node applied(Element element, Node input, Frame frame, Level level) {
    try {
      return switch (element) {
        case Element.OperatorUse use -> operator(use, input, frame, level);
        case Element.BlockUse use -> block(use, input, frame, level);
        case Element.SlotUse use -> slot(use.slot(), input, frame, level);
        case Element.Identity ignored -> input;
        case Element.Group group -> body(group.body(), input, frame, level);
        case Element.Merge merge -> merge(merge, input, frame, level);
        case Element.Repeat repeat -> repeat(repeat, input, frame, level);
        case Element.Conditional conditional -> conditional(conditional, input, frame, level);
        case Element.ValueUse value -> frame.local(value.local());
        case Element.Unresolved ignored -> null;
      };
    } catch (EvaluationException e) {
      report(e.diagnostic());
      return null;
    }
  }

  private @Nullable Node operator(Element.OperatorUse use, Node input, Frame frame, Level level)
      throws EvaluationException {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, String> written = new LinkedHashMap<>();
    for (Map.Entry<String, Expression> argument : use.arguments().entrySet()) {
      values.put(argument.getKey(), frame.evaluator().evaluate(argument.getValue()));
      written.put(argument.getKey(), argument.getValue().span().text());
    }
    try {
      Arguments arguments = new Arguments(use.operator(), values, written);
      Primitive primitive = use.operator().primitive(arguments, input.shape());
      return node(use.span(), use.operator().word(), primitive, List.of(input), level);
    } catch (ShapeException e) {
      report(e, use.span());
      return null;
    }
  }

  private @Nullable Node node(
      Span span, String word, Primitive primitive, List<Node> inputs, Level level) {
    try {
      String path = level.next(word);
      Node node = graph.add(path, primitive, inputs);
      spans.put(node.id(), span);
      level.add(
          new Instance(
              path,
              word,
              Instance.Kind.OPERATOR,
              null,
              Map.of(),
              inputs.getFirst().shape(),
              node.shape(),
              List.of(),
              List.of(node.id())));
      return node;
    } catch (ShapeException e) {
      report(e, span);
      return null;
    }
  }

  private @Nullable Node block(Element.BlockUse use, Node input, Frame frame, Level level)
      throws EvaluationException {
    Template block = use.block();
    Frame inside = Frame.of(block, frame.arguments(block, use.arguments()), input.shape());
    String path = level.next(block.name());
    Level inner = new Level(path, indexed(block.body()));
    places.enter(path, input.shape(), false);
    Node result = body(block.body(), input, inside, inner);
    places.leave();
    if (result != null) {
      level.add(
          Level.instance(
              path, block.name(), Instance.Kind.BLOCK, block, inside, input, result, inner));
    }
    return result;
  }

  private @Nullable Node slot(Slot slot, Node input, Frame frame, Level level)
      throws EvaluationException {
    String path = level.next(slot.name());
    Fillings.Choice choice = fillings.choose(path, input.shape());
    Chain content = choice.content(slot);
    Frame inside = choice.frame(frame, input.shape());
    Level inner = new Level(path, indexed(content));
    places.enter(path, input.shape(), true);
    fillings.enter(choice);
    Node result = chain(content, input, inside, inner);
    fillings.leave();
    places.leave();
    if (result != null) {
      level.add(
          Level.instance(path, slot.name(), Instance.Kind.SLOT, null, null, input, result, inner));
    }
    return result;
  }

  private @Nullable Node merge(Element.Merge merge, Node input, Frame frame, Level level) {
    List<Node> results = new ArrayList<>();
    boolean complete = true;
    for (Element.Branch branch : merge.branches()) {
      Node result = labelled(branch.label(), branch.chain(), input, frame, level);
      complete &= result != null;
      if (result != null) {
        results.add(result);
      }
    }
    Primitive join = GraphBuilder.primitive(merge.kind());
    return complete ? node(merge.span(), merge.kind().word(), join, results, level) : null;
  }

  private @Nullable Node repeat(Element.Repeat repeat, Node input, Frame frame, Level level)
      throws EvaluationException {
    Rational count = frame.evaluator().number(repeat.count());
    String text = repeat.count().span().text();
    String shown = text.equals(count.toString()) ? "it is " + text : text + " = " + count;
    if (!count.isInt() || count.signum() < 0 || count.intValueExact() > MOST_REPEATS) {
      report(
          Diagnostic.of(
                  Code.E211,
                  repeat.count().span(),
                  "a repeat needs a whole number from 0 to %,d, but %s"
                      .formatted(MOST_REPEATS, shown))
              .withHelp(
                  count.isWhole() ? null : "round it: floor(%1$s) or ceil(%1$s)".formatted(text)));
      return null;
    }
    Node current = input;
    for (int i = 0; i < count.intValueExact() && current != null; i++) {
      current = element(repeat.element(), current, frame, level);
    }
    return current;
  }

  private @Nullable Node conditional(
      Element.Conditional conditional, Node input, Frame frame, Level level)
      throws EvaluationException {
    if (frame.evaluator().truth(conditional.condition())) {
      return body(conditional.then(), input, frame, level);
    }
    return conditional.otherwise() == null
        ? input
        : body(conditional.otherwise(), input, frame, level);
  }

  private void report(ShapeException e, Span span) {
    report(Diagnostic.of(e.code(), span, e.message()).withHelp(e.help()));
    if (e.code() == Code.E212) {
      throw new LimitException();
    }
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic.withNotes(places.uses()));
  }
}
