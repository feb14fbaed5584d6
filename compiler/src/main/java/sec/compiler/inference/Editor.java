package sec.compiler.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Initializer;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.operators.ShapeException;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;

/**
 * A model while a pass changes it. Values keep their meaning: a node is never altered, but others
 * are added and take its place wherever it was read. What nothing reads any longer is left out in
 * the end.
 */
final class Editor {
  private final Model model;
  private final List<Node> nodes;
  private final Map<Integer, Integer> replacements = new HashMap<>();
  private final Map<String, Supplier<Tensor>> tensors = new HashMap<>();
  private final Map<String, Integer> owners = new HashMap<>();
  private final Set<String> paths = new HashSet<>();

  /** The node at whose place an added one stands; of others, itself. */
  private final List<Integer> places = new ArrayList<>();

  Editor(Model model) {
    this.model = model;
    this.nodes = new ArrayList<>(model.network().nodes());
    for (Node node : nodes) {
      places.add(node.id());
      paths.add(node.path());
      for (Parameter parameter : node.parameters()) {
        owners.merge(parameter.path(), 1, Integer::sum);
      }
    }
  }

  /** The nodes as they are now, those added included, in an order in which inputs come first. */
  List<Node> nodes() {
    return new NodeOrder(List.copyOf(nodes), List.copyOf(places), this::current).from(results());
  }

  /** What stands for the value of {@code id} now. */
  Node node(int id) {
    return nodes.get(current(id));
  }

  /** What {@code node} reads first. */
  Node input(Node node) {
    return node(node.inputs().getFirst());
  }

  /** The shapes that {@code node} reads. */
  List<Shape> shapes(Node node) {
    return node.inputs().stream().map(id -> node(id).shape()).toList();
  }

  /** Who reads the value of each node, once for each time. */
  Readers readers() {
    return new Readers(nodes(), this::current, results());
  }

  private List<Integer> results() {
    List<Integer> results = new ArrayList<>();
    results.add(current(model.network().output()));
    model.network().outputs().values().forEach(id -> results.add(current(id)));
    return results;
  }

  private int current(int id) {
    int current = id;
    for (Integer next = replacements.get(current); next != null; next = replacements.get(current)) {
      current = next;
    }
    return current;
  }

  /** Whether anything takes the place of something else. */
  boolean isChanged() {
    return !replacements.isEmpty();
  }

  /** Has {@code substitute} read wherever {@code node} was. */
  void replace(Node node, Node substitute) {
    if (!node.shape().equals(substitute.shape())) {
      throw new IllegalArgumentException(node + " has another shape than " + substitute);
    }
    replacements.put(node.id(), substitute.id());
  }

  /**
   * Adds a node at the place of another.
   *
   * @param place the node beside which it stands
   * @param path its name
   * @param parameters what it owns
   */
  Node add(
      Node place, String path, Primitive primitive, List<Node> inputs, List<Parameter> parameters) {
    try {
      Shape shape = primitive.output(inputs.stream().map(Node::shape).toList());
      List<Integer> ids = inputs.stream().map(Node::id).toList();
      Node node = new Node(nodes.size(), path, primitive, ids, shape, parameters);
      nodes.add(node);
      paths.add(path);
      places.add(places.get(place.id()));
      return node;
    } catch (ShapeException e) {
      throw new IllegalStateException("a pass wrote what does not fit together: " + path, e);
    }
  }

  /** The numbers of a parameter, when they are asked for. */
  Supplier<Tensor> tensor(Parameter parameter) {
    Supplier<Tensor> own = tensors.get(parameter.path());
    return own == null ? () -> model.weights().get(parameter.path()) : own;
  }

  /**
   * A new parameter in the place of {@code before}, under its name where nothing else reads that.
   *
   * @param owner who is going to own it
   */
  Parameter instead(Parameter before, Node owner, Shape shape, Supplier<float[]> values) {
    String role = before.path().substring(before.path().lastIndexOf('.') + 1);
    return parameter(isAlone(before.path()) ? before.path() : name(owner, role), shape, values);
  }

  private boolean isAlone(String parameter) {
    if (!tensors.containsKey(parameter)) {
      return owners.getOrDefault(parameter, 0) == 1;
    }
    return nodes().stream()
            .flatMap(node -> node.parameters().stream())
            .filter(read -> read.path().equals(parameter))
            .count()
        == 1;
  }

  /** A path that no node has: {@code wanted}, or that with a number. */
  String freePath(String wanted) {
    String free = wanted;
    for (int i = 2; paths.contains(free); i++) {
      free = wanted + i;
    }
    return free;
  }

  /** A new parameter of {@code owner}. */
  Parameter parameter(Node owner, String role, Shape shape, Supplier<float[]> values) {
    return parameter(name(owner, role), shape, values);
  }

  private Parameter parameter(String path, Shape shape, Supplier<float[]> values) {
    tensors.put(path, () -> new Tensor(shape, values.get()));
    return new Parameter(path, shape, new Initializer.Constant(0), true);
  }

  private String name(Node owner, String role) {
    String stem = Parameter.inFiles(owner.path().replace('/', '.')) + "." + role;
    String name = stem;
    for (int i = 2; tensors.containsKey(name) || owners.containsKey(name); i++) {
      name = stem + i;
    }
    return name;
  }

  /** The model that came of it. */
  Model model() {
    Network before = model.network();
    Map<Integer, Integer> ids = new HashMap<>();
    List<Node> renumbered = new ArrayList<>();
    SequencedMap<String, Parameter> parameters = new LinkedHashMap<>();
    for (Node node : nodes()) {
      ids.put(node.id(), renumbered.size());
      List<Integer> inputs = node.inputs().stream().map(id -> newId(ids, current(id))).toList();
      node.parameters().forEach(parameter -> parameters.put(parameter.path(), parameter));
      renumbered.add(
          new Node(
              renumbered.size(),
              node.path(),
              node.primitive(),
              inputs,
              node.shape(),
              node.parameters()));
    }
    requireNames(renumbered);
    Map<String, Integer> outputs = new LinkedHashMap<>();
    before.outputs().forEach((name, id) -> outputs.put(name, newId(ids, current(id))));
    Network network =
        new Network(
            before.name(),
            before.doc(),
            renumbered,
            newId(ids, current(before.output())),
            outputs,
            List.copyOf(parameters.values()),
            new InstanceTree(id -> ids.get(current(id)), surviving(ids.keySet())).of(before.root()),
            before.assembly());
    return new Model(network, weights(parameters.values()));
  }

  private static int newId(Map<Integer, Integer> ids, int id) {
    Integer renumbered = ids.get(id);
    if (renumbered == null) {
      throw new IllegalStateException("node " + id + " is read before it is computed");
    }
    return renumbered;
  }

  /** Whether a value of before is still computed, under whatever node. */
  private Set<Integer> surviving(Collection<Integer> alive) {
    Set<Integer> surviving = new HashSet<>();
    for (Node node : model.network().nodes()) {
      if (alive.contains(current(node.id()))) {
        surviving.add(node.id());
      }
    }
    return surviving;
  }

  private static void requireNames(List<Node> nodes) {
    Set<String> names = new HashSet<>();
    for (Node node : nodes) {
      if (!names.add(node.path())) {
        throw new IllegalStateException("two nodes are called " + node.path());
      }
    }
  }

  private Weights weights(Collection<Parameter> parameters) {
    SequencedMap<String, Supplier<Tensor>> sources = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      sources.put(parameter.path(), tensor(parameter));
    }
    return Weights.onDemand(sources);
  }
}
