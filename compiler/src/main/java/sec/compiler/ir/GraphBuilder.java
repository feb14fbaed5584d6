package sec.compiler.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sec.compiler.diagnostics.Code;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.operators.ShapeException;
import sec.compiler.operators.TensorSpec;
import sec.compiler.syntax.Element.MergeKind;

/** Collects the nodes and parameters of a network under construction. */
final class GraphBuilder {
  private static final int MOST_NODES = 100_000;
  private static final long MOST_NUMBERS = 1L << 40;

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private long numbers;

  Node add(String path, Primitive primitive, List<Node> inputs) throws ShapeException {
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
        numbers = Math.addExact(numbers, tensor.shape().size());
        owned.add(
            new Parameter(
                Parameter.inFiles(path + "." + tensor.role()),
                tensor.shape(),
                tensor.initializer(),
                tensor.trained()));
      }
      if (numbers > MOST_NUMBERS) {
        throw tooLarge();
      }
      owned.forEach(parameter -> parameters.put(parameter.path(), parameter));
      List<Integer> ids = inputs.stream().map(Node::id).toList();
      Node node = new Node(nodes.size(), path, primitive, ids, shape, owned);
      nodes.add(node);
      return node;
    } catch (ArithmeticException e) {
      throw tooLarge();
    }
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

  /** What is computed and read by nothing, the result and the input aside. */
  List<Node> unused(Node result) {
    Set<Integer> read = new HashSet<>();
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

  /** What joins the branches of a merge. */
  static Primitive primitive(MergeKind kind) {
    return switch (kind) {
      case ADD -> Primitive.Elementwise.ADD;
      case MUL -> Primitive.Elementwise.MUL;
      case CONCAT -> new Primitive.Concat();
    };
  }
}
