package sec.compiler.ir;

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
import sec.compiler.model.Callee;
import sec.compiler.model.Chain;
import sec.compiler.model.Element;
import sec.compiler.model.Local;
import sec.compiler.model.PathWords;
import sec.compiler.model.Statement;
import sec.compiler.model.Template;
import sec.compiler.operators.Composition;
import sec.compiler.operators.Operator;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.operators.ShapeException;
import sec.compiler.source.Span;
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
  static final int MOST_REPEATS = 10_000;

  private final Diagnostics diagnostics;
  private final GraphBuilder graph = new GraphBuilder();
  private final Map<String, Integer> outputs = new LinkedHashMap<>();
  private final PathCounts counts = new PathCounts();
  private final IdentityHashMap<Object, Set<String>> indexed = new IdentityHashMap<>();
  private final Places places = new Places();
  private final Uses uses;
  private final Map<Integer, Span> spans = new HashMap<>();
  private final Limits limits;
  private final Work work;

  Elaborator(Fillings fillings, Diagnostics diagnostics, Work work) {
    this.work = work;
    this.limits = new Limits(work.budget(), this::report);
    this.uses = new Uses(this, fillings);
    this.diagnostics = diagnostics;
  }

  GraphBuilder graph() {
    return graph;
  }

  /** The further results, by name. */
  Map<String, Integer> outputs() {
    return outputs;
  }

  /** How often each word stood at each level. */
  PathCounts counts() {
    return counts;
  }

  Places places() {
    return places;
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
      Frame frame = Frame.of(template, arguments, input, work);
      limits.begin(template);
      Level level = level("", indexed(template.body()));
      Node result = body(template.body(), entry, frame, level);
      if (result == null) {
        return Optional.empty();
      }
      reportUnused(result);
      Given nothing = new Given(Callee.of(template.name(), template.parameters()));
      return Optional.of(
          new Root(
              level.instance(template, Instance.Kind.NET, frame, nothing, entry, result), result));
    } catch (LimitException e) {
      return Optional.empty();
    }
  }

  private @Nullable Node input(Template template, Shape shape) {
    try {
      Composition entry = Composition.of(new Primitive.Input(shape), 0);
      return graph.add("input", entry, List.of()).getLast();
    } catch (ShapeException e) {
      report(e, template.span());
      return null;
    }
  }

  /** Values that nothing reads: they would be computed, trained and saved for nothing. */
  private void reportUnused(Node result) {
    for (Node node : graph.unused(result, outputs.values())) {
      // What belongs to a value that is never used at all is said where that is bound.
      Span span = spans.get(node.id());
      if (span != null) {
        diagnostics.add(
            Diagnostic.of(Code.E136, span, "the result of %s is never used".formatted(node.word()))
                .withNotes(List.of("as " + node.path()))
                .withHelp("merge it, or leave it out; under a condition, move its let inside"));
      }
    }
  }

  Level level(String path, Set<String> indexed) {
    limits.level();
    limits.path(path);
    return new Level(path, indexed, counts);
  }

  Set<String> indexed(Body body) {
    return indexed.computeIfAbsent(body, b -> PathWords.indexed(body));
  }

  Set<String> indexed(Chain chain) {
    return indexed.computeIfAbsent(chain, c -> PathWords.indexed(chain));
  }

  @Nullable Node body(Body body, Node input, Frame frame, Level level) {
    Node current = input;
    Node remembered = null;
    boolean phases = false;
    for (Statement statement : body.statements()) {
      switch (statement) {
        case Statement.Let let -> {
          int first = graph.nodes().size();
          Node value = chain(let.chain(), current, frame, level);
          forgetUnlessUsed(first, let.local());
          if (value != null) {
            frame.bind(let.local(), value);
          }
        }
        case Statement.Unpack unpack -> unpack(unpack, current, frame, level);
        case Statement.Sharing sharing ->
            frame.share(sharing.share(), level.place(sharing.share()));
        case Statement.Output output -> output(output, current, frame, level);
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

  /** What belongs to a value that is never used is not told again of each of its operators. */
  private void forgetUnlessUsed(int first, Local local) {
    if (!local.isUsed()) {
      spans.keySet().removeIf(id -> id >= first);
    }
  }

  private void unpack(Statement.Unpack unpack, @Nullable Node input, Frame frame, Level level) {
    Chain chain = unpack.chain();
    int last = chain.elements().size() - 1;
    Node current = input;
    for (Element element : chain.elements().subList(0, last)) {
      current = element(element, current, frame, level);
    }
    if (current == null || chain.elements().get(last) instanceof Element.Unresolved) {
      return;
    }
    int first = graph.nodes().size();
    List<Node> parts = uses.split(unpack, current, frame, level);
    for (int i = 0; i < parts.size(); i++) {
      frame.bind(unpack.locals().get(i), parts.get(i));
    }
    unpack.locals().forEach(local -> forgetUnlessUsed(first, local));
  }

  private void output(Statement.Output output, @Nullable Node input, Frame frame, Level level) {
    Node result = chain(output.chain(), input, frame, level);
    if (result != null && outputs.putIfAbsent(output.name(), result.id()) != null) {
      spans.remove(result.id());
      report(
          Diagnostic.of(
                  Code.E123, output.span(), "the network has two outputs called " + output.name())
              .withHelp("an output belongs where it is reached once: in the net, not in a repeat"));
    }
  }

  private @Nullable Node scale(Span span, @Nullable Node map, @Nullable Node gate, Level level) {
    return map == null || gate == null
        ? null
        : nodes(
            new Written(span, "scale", Operator.MUL, Map.of()),
            Composition.of(Primitive.Elementwise.MUL, 2),
            List.of(map, gate),
            level);
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

  @Nullable Node labelled(
      @Nullable String label, Chain chain, @Nullable Node input, Frame frame, Level level) {
    if (label == null || input == null) {
      return chain(chain, input, frame, level);
    }
    String path = level.next(label);
    Level inner = level(path, indexed(chain));
    Node result = chain(chain, input, frame, inner);
    if (result != null) {
      level.add(inner.instance(label, Instance.Kind.LABEL, input, result));
    }
    return result;
  }

  @Nullable Node chain(Chain chain, @Nullable Node input, Frame frame, Level level) {
    Node current = input;
    for (Element element : chain.elements()) {
      current = element(element, current, frame, level);
    }
    return current;
  }

  @Nullable Node element(Element element, @Nullable Node input, Frame frame, Level level) {
    if (element instanceof Element.ValueUse value) {
      return frame.local(value.local());
    }
    if (input == null) {
      return null;
    }
    limits.enter(element.span());
    Node result = applied(element, input, frame, level);
    limits.leave();
    return result;
  }

  private @Nullable Node applied(Element element, Node input, Frame frame, Level level) {
    try {
      return switch (element) {
        case Element.OperatorUse use -> uses.operator(use, input, frame, level);
        case Element.BlockUse use -> uses.block(use, input, frame, level);
        case Element.SlotUse use -> uses.slot(use, input, frame, level);
        case Element.ShareUse use -> uses.share(use.share(), input, frame, level);
        case Element.ParameterUse use -> uses.parameter(use, input, frame, level);
        case Element.Default word -> uses.standing(word, input, frame, level);
        case Element.For loop -> loop(loop, input, frame, level);
        case Element.Identity ignored -> input;
        case Element.Group group -> body(group.body(), input, frame, level);
        case Element.Merge merge -> uses.merge(merge, input, frame, level);
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

  @Nullable Node nodes(Written use, Composition composition, List<Node> inputs, Level level) {
    List<Node> nodes = all(use, composition, inputs, level);
    return nodes.isEmpty() ? null : nodes.getLast();
  }

  /** The nodes of an operator; none when it does not fit, which is then reported. */
  List<Node> all(Written use, Composition composition, List<Node> inputs, Level level) {
    try {
      String path = level.next(use.word());
      limits.path(path);
      List<Node> nodes = graph.add(path, composition, inputs);
      Node node = nodes.getLast();
      spans.put(node.id(), use.span());
      level.add(
          new Instance(
              path,
              use.word(),
              Instance.Kind.OPERATOR,
              null,
              use.operator(),
              use.arguments(),
              List.copyOf(use.arguments().keySet()),
              inputs.stream().map(Node::id).toList(),
              inputs.getFirst().id(),
              Map.of(),
              node.id(),
              inputs.getFirst().shape(),
              node.shape(),
              List.of(),
              nodes.stream().map(Node::id).toList()));
      return nodes;
    } catch (ShapeException e) {
      report(e, use.span());
      return List.of();
    }
  }

  private @Nullable Node loop(Element.For loop, Node input, Frame frame, Level level)
      throws EvaluationException {
    Node current = input;
    for (Frame round : Rounds.of(loop, frame)) {
      limits.step(loop.span());
      current = current == null ? null : body(loop.body(), current, round, level);
    }
    return current;
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

  void report(ShapeException e, Span span) {
    report(Diagnostic.of(e.code(), span, e.message()).withHelp(e.help()));
    if (e.code() == Code.E212) {
      throw new LimitException();
    }
  }

  void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic.withNotes(places.uses()));
    if (diagnostics.isSpent()) {
      throw new LimitException();
    }
  }
}
