package sec.verify.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.onnx.FunctionProto;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.OperatorSetIdProto;
import sec.compiler.onnx.TensorProto;
import sec.compiler.onnx.ValueInfoProto;

/**
 * Nodes one after the other, with what comes in and goes out: the graph, or a function.
 *
 * @param place what stands before a name in a message; empty for the graph
 * @param inputs names of the values that come in
 * @param initializers names of the tensors that are there
 * @param nodes in order
 * @param outputs names of the values that go out
 * @param opsets the version of each domain's operators that is meant
 */
record Body(
    String place,
    List<String> inputs,
    List<String> initializers,
    List<NodeProto> nodes,
    List<String> outputs,
    Map<String, Long> opsets) {

  static Body of(ModelProto model) {
    GraphProto graph = model.getGraph();
    return new Body(
        "",
        graph.getInputList().stream().map(ValueInfoProto::getName).toList(),
        graph.getInitializerList().stream().map(TensorProto::getName).toList(),
        graph.getNodeList(),
        graph.getOutputList().stream().map(ValueInfoProto::getName).toList(),
        opsets(model.getOpsetImportList()));
  }

  static Body of(FunctionProto function) {
    return new Body(
        "function " + function.getName() + ": ",
        function.getInputList(),
        List.of(),
        function.getNodeList(),
        function.getOutputList(),
        opsets(function.getOpsetImportList()));
  }

  private static Map<String, Long> opsets(List<OperatorSetIdProto> sets) {
    Map<String, Long> versions = new HashMap<>();
    sets.forEach(set -> versions.putIfAbsent(set.getDomain(), set.getVersion()));
    return versions;
  }

  /** How a message names a node. */
  String named(NodeProto node) {
    return place
        + (node.getName().isEmpty()
            ? node.getOpType() + " of " + node.getOutputList()
            : node.getName());
  }

  /** What a node reads, graphs among its attributes included. */
  static List<String> reads(NodeProto node) {
    List<String> names = new ArrayList<>(node.getInputList());
    for (AttributeProto attribute : node.getAttributeList()) {
      List<GraphProto> graphs = new ArrayList<>(attribute.getGraphsList());
      if (attribute.hasG()) {
        graphs.add(attribute.getG());
      }
      graphs.forEach(graph -> names.addAll(free(graph)));
    }
    // An empty name is an optional input left out.
    names.removeIf(String::isEmpty);
    return names;
  }

  /** What a graph inside of a node reads from around it. */
  private static Set<String> free(GraphProto graph) {
    Set<String> own = new HashSet<>();
    Set<String> free = new HashSet<>();
    graph.getInputList().forEach(input -> own.add(input.getName()));
    graph.getInitializerList().forEach(tensor -> own.add(tensor.getName()));
    for (NodeProto node : graph.getNodeList()) {
      free.addAll(reads(node));
      own.addAll(node.getOutputList());
    }
    graph.getOutputList().forEach(output -> free.add(output.getName()));
    free.removeAll(own);
    return free;
  }
}
