package sec.compiler.backend.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sec.compiler.ir.Parameter;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.onnx.FunctionProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.TensorProto;

/**
 * A block's nodes as the body of a function. Its names say nothing of where the block stands: paths
 * begin at the block, so equal blocks give equal bodies. Constants become nodes of it.
 */
final class FunctionBody {
  private final String path;
  private final Map<String, TensorProto> constants;
  private final Set<String> parameters;
  private final List<NodeProto> nodes = new ArrayList<>();
  private final Set<String> defined = new HashSet<>();
  private final Set<String> read = new LinkedHashSet<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * An empty body.
   *
   * @param path of the block
   * @param constants of the graph, by name
   * @param parameters names of the tensors with weights
   */
  FunctionBody(String path, Map<String, TensorProto> constants, Set<String> parameters) {
    this.path = path;
    this.constants = constants;
    this.parameters = parameters;
  }

  /** Adds a node, by the graph's names. */
  void add(NodeProto node) {
    nodes.add(node);
    node.getInputList().stream()
        .filter(value -> !value.isEmpty() && !defined.contains(value))
        .forEach(read::add);
    defined.addAll(node.getOutputList());
  }

  /** What it reads from outside, by the graph's names: values, then weights. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    read.stream().filter(value -> !isWeight(value)).forEach(arguments::add);
    read.stream().filter(this::isWeight).forEach(arguments::add);
    arguments.removeIf(constants::containsKey);
    return arguments;
  }

  private boolean isWeight(String value) {
    return parameters.contains(value);
  }

  /** The function, without name and domain, that gives these of its values. */
  FunctionProto.Builder function(List<String> results) {
    FunctionProto.Builder function = FunctionProto.newBuilder();
    for (String argument : arguments()) {
      function.addInput(
          isWeight(argument)
              ? name(argument, Parameter.inFiles(path), "weight")
              : named(argument, unique("input")));
    }
    results.forEach(result -> function.addOutput(named(result, unique("output"))));
    for (String value : read) {
      TensorProto constant = constants.get(value);
      if (constant != null) {
        function.addNode(constantNode(name(value, path, "constant"), constant));
      }
    }
    nodes.forEach(node -> function.addNode(renamed(node)));
    return function;
  }

  private static NodeProto constantNode(String name, TensorProto constant) {
    return NodeProto.newBuilder()
        .setName(name)
        .setOpType("Constant")
        .addOutput(name)
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("value")
                .setType(AttributeProto.AttributeType.TENSOR)
                .setT(constant.toBuilder().setName(name)))
        .build();
  }

  private NodeProto renamed(NodeProto node) {
    NodeProto.Builder renamed = node.toBuilder().clearInput().clearOutput().clearDocString();
    renamed.setName(inBlock(node.getName(), path, "node"));
    for (String input : node.getInputList()) {
      renamed.addInput(input.isEmpty() ? "" : name(input, path, "value"));
    }
    node.getOutputList().forEach(output -> renamed.addOutput(name(output, path, "value")));
    return renamed.build();
  }

  /** A value's name in the body. */
  private String name(String value, String block, String otherwise) {
    String known = names.get(value);
    return known != null ? known : named(value, unique(inBlock(value, block, otherwise)));
  }

  private String named(String value, String name) {
    names.put(value, name);
    return name;
  }

  /** A path from the block on; what is shared by all of the graph has no path. */
  private static String inBlock(String name, String block, String otherwise) {
    return name.startsWith(block + ".")
        ? name.substring(block.length() + 1)
        : name.startsWith("/") ? name : otherwise;
  }

  private String unique(String name) {
    String candidate = name;
    for (int count = 2; !taken.add(candidate); count++) {
      candidate = name + "_" + count;
    }
    return candidate;
  }
}
