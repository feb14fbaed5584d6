package sec.compiler.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sec.compiler.diagnostics.Code;
import sec.compiler.operators.Composition;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.operators.ShapeException;
import sec.compiler.operators.TensorSpec;

/** Collects the nodes and parameters of a network under construction. */
final class GraphBuilder {
  static final int MOST_NODES = 30_000;
  private static final long MOST_NUMBERS = 1L << 40;

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  /** The paths of what is not shared. */
  private final Set<String> alone = new HashSet<>();

  private int sharing;
  private long numbers;

  Node add(String path, Primitive primitive, List<Node> inputs) throws ShapeException {
    return add(path, path, primitive, inputs);
  }

  /**
   * Adds what an operator is made of. Its last step has the operator's path, those before it add
   * {@code /} and a word, which no other path has; what they own is the operator's. Further uses of
   * a share add {@code @} and a number, and what they read is what the first one owns.
   *
   * @return the nodes of its steps, the result last
   */
  List<Node> add(String path, Composition composition, List<Node> inputs) throws ShapeException {
    List<Node> values = new ArrayList<>(inputs);
    int use = uses.merge(path, 1, Integer::sum);
    if (sharing == 0) {
      alone.add(path);
    }
    if (use > 1 && alone.contains(path)) {
      throw new ShapeException(
          Code.E213,
          path + " is the place of a share, and of something that is not shared",
          "give the share another place: share f = other: ...");
    }
    String place = use == 1 ? path : path + "@" + use;
    int last = composition.steps().size() - 1;
    for (int i = 0; i <= last; i++) {
      Composition.Step step = composition.steps().get(i);
      String name = i == last ? place : place + "/" + step.primitive().word() + i;
      List<Node> read = step.inputs().stream().map(values::get).toList();
      values.add(add(name, path, step.primitive(), read));
    }
    return values.subList(inputs.size(), values.size());
  }

  /** What is added until {@link #leaveShare} belongs to one use of a share. */
  void enterShare() {
    sharing++;
  }

  void leaveShare() {
    sharing--;
  }

  private Node add(String path, String owner, Primitive primitive, List<Node> inputs)
      throws ShapeException {
    if (nodes.size() >= MOST_NODES) {
      throw new ShapeException(
          Code.E212,
          "the network has more than %,d operators".formatted(MOST_NODES),
          "check the repeat counts");
    }
    List<Shape> shapes = inputs.stream().map(Node::shape).toList();
    try {
      Shape shape = primitive.output(shapes);
      requireSize(shape);
      List<Parameter> owned = new ArrayList<>();
      for (TensorSpec tensor : primitive.tensors(shapes)) {
        owned.add(parameter(owner, tensor));
      }
      List<Integer> ids = inputs.stream().map(Node::id).toList();
      Node node = new Node(nodes.size(), path, primitive, ids, shape, owned);
      nodes.add(node);
      return node;
    } catch (ArithmeticException e) {
      throw tooLarge();
    }
  }

  /** A new parameter, or the one of the share's first use. */
  private Parameter parameter(String owner, TensorSpec tensor) throws ShapeException {
    Parameter parameter =
        new Parameter(
            Parameter.inFiles(owner + "." + tensor.role()),
            tensor.shape(),
            tensor.initializer(),
            tensor.trained());
    Parameter known = parameters.putIfAbsent(parameter.path(), parameter);
    if (known == null) {
      numbers = Math.addExact(numbers, tensor.shape().size());
      if (numbers > MOST_NUMBERS) {
        throw tooLarge();
      }
      return parameter;
    }
    if (!known.shape().equals(parameter.shape())) {
      throw new ShapeException(
          Code.E213,
          "%s is shared: its first use has %s, and this one would need %s"
              .formatted(parameter.path(), known.shape(), parameter.shape()),
          "give all uses the same input, or write the chain twice");
    }
    return known;
  }

  private static void requireSize(Shape shape) throws ShapeException {
    if (shape.size() > Integer.MAX_VALUE) {
      throw new ShapeException(Code.E212, shape.described() + " has more than 2^31 elements", null);
    }
  }

  private static ShapeException tooLarge() {
    return new ShapeException(
        Code.E212, "the network has more than 2^40 parameters", "check the sizes");
  }

  /** What is computed and read by nothing, the results and the input aside. */
  List<Node> unused(Node result, Collection<Integer> outputs) {
    Set<Integer> read = new HashSet<>(outputs);
    nodes.forEach(node -> read.addAll(node.inputs()));
    return nodes.stream()
        .filter(node -> node.id() > 0 && node.id() != result.id() && !read.contains(node.id()))
        .toList();
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }
}
