package sec.verify.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.TensorProto;
import sec.compiler.onnx.TensorShapeProto;
import sec.compiler.onnx.TypeProto;
import sec.compiler.onnx.ValueInfoProto;

/** The types and shapes that the graph states of its values. */
final class TypeRules {
  private final GraphProto graph;
  private final Findings findings;

  private TypeRules(GraphProto graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
  }

  static void check(GraphProto graph, Findings findings) {
    new TypeRules(graph, findings).stated();
  }

  static void oneInput(GraphProto graph, Findings findings) {
    List<String> names = graph.getInputList().stream().map(ValueInfoProto::getName).toList();
    if (names.size() != 1) {
      findings.find(
          Rule.INPUTS, "the graph has %d inputs, %s: a network has one", names.size(), names);
    }
  }

  private void stated() {
    Set<String> values = new HashSet<>();
    graph.getInputList().forEach(input -> values.add(input.getName()));
    graph.getInitializerList().forEach(tensor -> values.add(tensor.getName()));
    graph.getNodeList().forEach(node -> values.addAll(node.getOutputList()));
    Set<String> typed = new HashSet<>();
    List<ValueInfoProto> all = new ArrayList<>(graph.getInputList());
    all.addAll(graph.getOutputList());
    all.addAll(graph.getValueInfoList());
    for (ValueInfoProto value : all) {
      boolean passed = !findings.ours() && isPassedOn(value.getName());
      if (!typed.add(value.getName()) && !passed) {
        findings.find(Rule.TYPES, "the type of %s is stated twice", value.getName());
      }
      if (!values.contains(value.getName())) {
        findings.find(
            Rule.TYPES, "a type is stated for %s, which is not in the graph", value.getName());
      }
      type(value);
    }
    for (NodeProto node : graph.getNodeList()) {
      for (String value : node.getOutputList()) {
        if (!value.isEmpty() && !typed.contains(value)) {
          findings.find(Rule.VALUE_TYPES, "no type is stated for %s", value);
        }
      }
    }
  }

  /** Whether an input goes out as it is, and so has its type stated twice. */
  private boolean isPassedOn(String name) {
    return graph.getInputList().stream().anyMatch(input -> input.getName().equals(name))
        && graph.getOutputList().stream().anyMatch(output -> output.getName().equals(name));
  }

  private void type(ValueInfoProto value) {
    if (value.getType().getValueCase() != TypeProto.ValueCase.TENSOR_TYPE
        && value.getType().getValueCase() != TypeProto.ValueCase.VALUE_NOT_SET) {
      return;
    }
    TypeProto.Tensor type = value.getType().getTensorType();
    if (type.getElemType() == TensorProto.DataType.UNDEFINED_VALUE || !type.hasShape()) {
      findings.find(Rule.TYPES, "%s has no element type or no shape", value.getName());
    }
    List<TensorShapeProto.Dimension> dimensions = type.getShape().getDimList();
    for (int i = 0; i < dimensions.size(); i++) {
      TensorShapeProto.Dimension dimension = dimensions.get(i);
      if (dimension.hasDimValue() && dimension.getDimValue() < 0) {
        findings.find(
            Rule.TYPES, "dimension %d of %s is %d", i, value.getName(), dimension.getDimValue());
      } else if (!dimension.hasDimValue() && dimension.getDimParam().isEmpty()) {
        findings.find(
            Rule.VALUE_TYPES, "dimension %d of %s has neither size nor name", i, value.getName());
      }
    }
  }
}
