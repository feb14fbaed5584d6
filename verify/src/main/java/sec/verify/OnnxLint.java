package sec.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.onnx.AttributeProto.AttributeType;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.OperatorSetIdProto;
import sec.compiler.onnx.TensorProto;
import sec.compiler.onnx.ValueInfoProto;

/**
 * What is wrong with the structure of an ONNX model, flat and with its tensors inside: what the
 * checker and ONNX Runtime let pass, or say less clearly, or leave dead in the file.
 */
public final class OnnxLint {

  /** What a model should keep to. */
  public enum Rule {
    /** The model says its IR version, and for each domain it uses the operator set, once. */
    VERSIONS,
    /** Every node has a name that no other has. */
    NODE_NAMES,
    /** Every value is defined once: as an input, an initializer, or by one node. */
    DEFINED_ONCE,
    /** What a node reads is defined before it. */
    ORDER,
    /** Every output of the graph is some node's. */
    OUTPUTS,
    /** Every initializer has as many bytes as its type and dimensions ask for. */
    INITIALIZER_SIZE,
    /** Every initializer and every node's value is read or goes out. */
    UNUSED,
    /** Every input, output and value of a node has an element type and a shape, stated once. */
    TYPES,
    /** Every attribute is there once, and says its type. */
    ATTRIBUTES
  }

  /**
   * Something wrong.
   *
   * @param rule what the model does not keep to
   * @param message what is wrong, with the names
   */
  public record Finding(Rule rule, String message) {}

  private final ModelProto model;
  private final GraphProto graph;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> defined = new LinkedHashSet<>();
  private final Set<String> produced = new LinkedHashSet<>();
  private final Set<String> used = new HashSet<>();

  private OnnxLint(ModelProto model) {
    this.model = model;
    this.graph = model.getGraph();
  }

  /** All findings, in the order of the rules' first use; empty if the model is well built. */
  public static List<Finding> check(ModelProto model) {
    OnnxLint lint = new OnnxLint(model);
    lint.versions();
    lint.sources();
    lint.nodes();
    lint.outputs();
    lint.unused();
    lint.types();
    return List.copyOf(lint.findings);
  }

  private void versions() {
    if (model.getIrVersion() < 1) {
      find(Rule.VERSIONS, "the model does not say its IR version");
    }
    Set<String> domains = new HashSet<>();
    for (OperatorSetIdProto set : model.getOpsetImportList()) {
      if (!domains.add(set.getDomain())) {
        find(Rule.VERSIONS, "domain '%s' is imported twice", set.getDomain());
      }
      if (set.getVersion() < 1) {
        find(Rule.VERSIONS, "domain '%s' is imported without a version", set.getDomain());
      }
    }
    for (NodeProto node : graph.getNodeList()) {
      if (!domains.contains(node.getDomain())) {
        find(
            Rule.VERSIONS,
            "%s is of domain '%s', which is not imported",
            node.getName(),
            node.getDomain());
      }
    }
  }

  private void sources() {
    for (ValueInfoProto input : graph.getInputList()) {
      define(input.getName());
    }
    for (TensorProto initializer : graph.getInitializerList()) {
      define(initializer.getName());
      size(initializer);
    }
  }

  private void define(String value) {
    if (!defined.add(value)) {
      find(Rule.DEFINED_ONCE, "%s is defined more than once", value);
    }
  }

  private void size(TensorProto tensor) {
    long elements = 1;
    for (long dimension : tensor.getDimsList()) {
      elements *= dimension;
    }
    int width =
        switch (tensor.getDataType()) {
          case TensorProto.DataType.FLOAT_VALUE -> Float.BYTES;
          case TensorProto.DataType.INT64_VALUE -> Long.BYTES;
          case TensorProto.DataType.FLOAT16_VALUE -> Short.BYTES;
          default -> 0;
        };
    if (width == 0) {
      find(
          Rule.INITIALIZER_SIZE,
          "%s is of data type %d, neither FLOAT nor FLOAT16 nor INT64",
          tensor.getName(),
          tensor.getDataType());
    } else if (tensor.getRawData().size() != elements * width) {
      find(
          Rule.INITIALIZER_SIZE,
          "%s has %d bytes, but %s needs %d",
          tensor.getName(),
          tensor.getRawData().size(),
          tensor.getDimsList(),
          elements * width);
    }
  }

  private void nodes() {
    Set<String> names = new HashSet<>();
    for (NodeProto node : graph.getNodeList()) {
      if (node.getName().isEmpty()) {
        find(Rule.NODE_NAMES, "the node that gives %s has no name", node.getOutputList());
      } else if (!names.add(node.getName())) {
        find(Rule.NODE_NAMES, "two nodes are called %s", node.getName());
      }
      for (String input : node.getInputList()) {
        // An empty name is an optional input left out.
        if (!input.isEmpty() && !defined.contains(input)) {
          find(Rule.ORDER, "%s reads %s, which nothing before it defines", node.getName(), input);
        }
        used.add(input);
      }
      for (String output : node.getOutputList()) {
        define(output);
        produced.add(output);
      }
      attributes(node);
    }
  }

  private void attributes(NodeProto node) {
    Set<String> names = new HashSet<>();
    for (AttributeProto attribute : node.getAttributeList()) {
      if (!names.add(attribute.getName())) {
        find(Rule.ATTRIBUTES, "%s has %s twice", node.getName(), attribute.getName());
      }
      if (attribute.getType() == AttributeType.UNDEFINED) {
        find(
            Rule.ATTRIBUTES, "%s does not say the type of %s", node.getName(), attribute.getName());
      }
    }
  }

  private void outputs() {
    if (graph.getOutputCount() == 0) {
      find(Rule.OUTPUTS, "the graph has no output");
    }
    for (ValueInfoProto output : graph.getOutputList()) {
      used.add(output.getName());
      if (!produced.contains(output.getName())) {
        find(Rule.OUTPUTS, "no node gives the output %s", output.getName());
      }
    }
  }

  private void unused() {
    for (String value : defined) {
      boolean input = graph.getInputList().stream().anyMatch(i -> i.getName().equals(value));
      if (!input && !used.contains(value)) {
        find(Rule.UNUSED, "nothing reads %s", value);
      }
    }
  }

  private void types() {
    Set<String> typed = new HashSet<>();
    List<ValueInfoProto> all = new ArrayList<>(graph.getInputList());
    all.addAll(graph.getOutputList());
    all.addAll(graph.getValueInfoList());
    for (ValueInfoProto value : all) {
      if (!typed.add(value.getName())) {
        find(Rule.TYPES, "the type of %s is stated twice", value.getName());
      }
      if (!defined.contains(value.getName())) {
        find(Rule.TYPES, "a type is stated for %s, which is not in the graph", value.getName());
      }
      if (value.getType().getTensorType().getElemType() == TensorProto.DataType.UNDEFINED_VALUE
          || !value.getType().getTensorType().hasShape()) {
        find(Rule.TYPES, "%s has no element type or no shape", value.getName());
      }
    }
    for (String value : produced) {
      if (!typed.contains(value)) {
        find(Rule.TYPES, "no type is stated for %s", value);
      }
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // a dependency for this alone
  private void find(Rule rule, String format, Object... numbers) {
    findings.add(new Finding(rule, format.formatted(numbers)));
  }
}
