package sec.compiler.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sec.compiler.operators.Shape;

/**
 * A network fully elaborated.
 *
 * @param name what it is called, and what its main class and graph are called
 * @param doc the author's doc comment, without slashes; may be empty
 * @param nodes in an order in which every node stands after its inputs; the first is the input
 * @param output id of the node whose value is the result (the logits)
 * @param outputs ids of the nodes of further results, by their names, in order
 * @param parameters all parameters and buffers, in the order of first use
 * @param root the tree of instances, for reports
 * @param assembly the declarations it was made from, for backends that write source
 */
public record Network(
    String name,
    String doc,
    List<Node> nodes,
    int output,
    Map<String, Integer> outputs,
    List<Parameter> parameters,
    Instance root,
    Assembly assembly) {

  /** Keeps copies. */
  public Network {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    nodes = List.copyOf(nodes);
    parameters = List.copyOf(parameters);
  }

  /** A network with one result. */
  public Network(
      String name,
      String doc,
      List<Node> nodes,
      int output,
      List<Parameter> parameters,
      Instance root,
      Assembly assembly) {
    this(name, doc, nodes, output, Map.of(), parameters, root, assembly);
  }

  /** The same with other further results. */
  public Network withOutputs(Map<String, Integer> outputs) {
    return new Network(name, doc, nodes, output, outputs, parameters, root, assembly);
  }

  /** The shape of one sample, batch left out. */
  public Shape input() {
    return nodes.getFirst().shape();
  }

  /** The node whose value is the result. */
  public Node outputNode() {
    return nodes.get(output);
  }

  /** The shapes that {@code node} reads. */
  public List<Shape> inputShapes(Node node) {
    return node.inputs().stream().map(id -> nodes.get(id).shape()).toList();
  }
}
