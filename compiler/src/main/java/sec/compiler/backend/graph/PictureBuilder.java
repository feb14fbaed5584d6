package sec.compiler.backend.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.analysis.Outline;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;

/** Decides what is drawn of a network. */
final class PictureBuilder {
  private static final String LOGITS = "logits";

  private final Network network;
  private final OptionalInt depth;

  /** For each node the box it is in; null where the box of an equal block stands for it. */
  private final Picture.@Nullable Box[] owners;

  /** For each box, by its number, the shape that enters it. */
  private final List<Shape> entries = new ArrayList<>();

  private final List<Picture.Edge> edges = new ArrayList<>();
  private final Set<List<Integer>> drawn = new HashSet<>();
  private final Set<Integer> shaped = new HashSet<>();

  PictureBuilder(Network network, OptionalInt depth) {
    this.network = network;
    this.depth = depth;
    this.owners = new Picture.Box[network.nodes().size()];
  }

  Picture picture() {
    List<Picture.Item> items = new ArrayList<>();
    // Nothing enters the input: whatever leaves it has a shape to tell.
    Picture.Box input = end("input", new Shape(List.of()));
    items.add(input);
    owners[0] = input;
    items.addAll(items(Outline.of(network).children(), 0));
    network.nodes().forEach(this::readBy);
    network.outputs().forEach((name, id) -> items.add(result(name, id)));
    items.add(result(LOGITS, network.output()));
    String description =
        "%s takes %s and gives %s."
            .formatted(
                network.name(),
                network.input().described(),
                network.outputNode().shape().described());
    return new Picture(network.name(), description, items, edges);
  }

  private Picture.Box result(String name, int id) {
    Picture.Box end = end(name, network.nodes().get(id).shape());
    edge(id, end);
    return end;
  }

  private Picture.Box end(String title, Shape entry) {
    return new Picture.Box(number(entry), Picture.Kind.END, title, List.of(), false);
  }

  private int number(Shape entry) {
    entries.add(entry);
    return entries.size() - 1;
  }

  private List<Picture.Item> items(List<Outline> parts, int level) {
    List<Picture.Item> items = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (isOpen(parts.get(i), level)) {
        items.add(group(parts.get(i), level));
        continue;
      }
      int start = i;
      while (i + 1 < parts.size()
          && parts.get(i + 1).sequel()
          && !isOpen(parts.get(i + 1), level)) {
        i++;
      }
      items.add(box(parts.subList(start, i + 1), ""));
    }
    return items;
  }

  private boolean isOpen(Outline part, int level) {
    return !part.isOperator()
        && (depth.isPresent()
            ? level < depth.getAsInt()
            : part.instance().kind() == Instance.Kind.LABEL);
  }

  private Picture.Item group(Outline part, int level) {
    Outline only = part.children().getFirst();
    if (part.children().size() == 1 && part.copies().size() == 1 && !isOpen(only, level + 1)) {
      return box(List.of(only), part.title() + ": ");
    }
    int id = number(part.instance().input());
    List<Picture.Item> inside = items(part.children(), level + 1);
    // Of equal blocks the first is drawn, and what the last one gives comes out of it.
    owners[part.result()] = owners[part.instance().result()];
    return new Picture.Group(id, title(part, part.copies().size()), isAttention(part), inside);
  }

  /** One box for all of a run of parts that look alike. */
  private Picture.Box box(List<Outline> run, String label) {
    Outline part = run.getFirst();
    Picture.Kind kind = kind(part);
    List<Instance> copies = run.stream().flatMap(each -> each.copies().stream()).toList();
    Set<String> slots =
        part.slots().map(Outline::title).collect(Collectors.toCollection(LinkedHashSet::new));
    Picture.Box box =
        new Picture.Box(
            number(part.instance().input()),
            kind,
            kind == Picture.Kind.JOIN ? sign(part) : label + title(part, copies.size()),
            List.copyOf(slots),
            isAttention(part));
    copies.forEach(copy -> own(copy, box));
    return box;
  }

  private void own(Instance instance, Picture.Box box) {
    instance.nodes().forEach(id -> owners[id] = box);
    instance.children().forEach(child -> own(child, box));
  }

  private static String title(Outline part, int copies) {
    return copies == 1 ? part.title() : part.title() + " × " + copies;
  }

  private Picture.Kind kind(Outline part) {
    if (!part.isOperator()) {
      return Picture.Kind.BLOCK;
    }
    List<Node> nodes = nodes(part.instance());
    boolean labelled = part.instance().kind() != Instance.Kind.OPERATOR;
    if (!labelled
        && nodes.size() == 1
        && nodes.getFirst().primitive() instanceof Primitive.Elementwise) {
      return Picture.Kind.JOIN;
    }
    return nodes.stream().allMatch(node -> node.parameters().isEmpty())
        ? Picture.Kind.OPERATOR
        : Picture.Kind.LEARNED;
  }

  private List<Node> nodes(Instance instance) {
    List<Node> nodes = new ArrayList<>();
    instance.nodes().forEach(id -> nodes.add(network.nodes().get(id)));
    instance.children().forEach(child -> nodes.addAll(nodes(child)));
    return nodes;
  }

  private String sign(Outline join) {
    return switch ((Primitive.Elementwise) network.nodes().get(join.result()).primitive()) {
      case ADD -> "+";
      case MUL -> "×";
      case SUB -> "−";
      case DIV -> "÷";
      case MAX -> "max";
    };
  }

  /** What stands in a slot, and blocks that multiply what enters them by what they make of it. */
  private boolean isAttention(Outline part) {
    Instance instance = part.instance();
    Node result = network.nodes().get(instance.result());
    return part.slot() != null
        || (!part.isOperator()
            && instance.kind() == Instance.Kind.BLOCK
            && result.primitive() == Primitive.Elementwise.MUL
            && result.inputs().contains(instance.entry()));
  }

  private void readBy(Node node) {
    Picture.Box reader = owners[node.id()];
    if (reader != null) {
      node.inputs().forEach(input -> edge(input, reader));
    }
  }

  private void edge(int value, Picture.Box to) {
    Picture.Box from = owners[value];
    if (from == null || from.id() == to.id() || !drawn.add(List.of(value, to.id()))) {
      return;
    }
    Shape shape = network.nodes().get(value).shape();
    boolean tells = !shape.equals(entries.get(from.id())) && shaped.add(value);
    edges.add(
        new Picture.Edge(
            from,
            to,
            value,
            tells
                ? Optional.of(
                    shape.dimensions().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining("×")))
                : Optional.empty()));
  }
}
