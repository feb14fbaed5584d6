package sec.verify.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.TensorProto;
import sec.compiler.onnx.TensorShapeProto.Dimension;
import sec.compiler.onnx.ValueInfoProto;

/** Layers and the sizes of their weights. */
final class WeightRules {
  private final Findings findings;
  private final Map<String, List<Long>> weights = new HashMap<>();

  /** How many channels values have, where the graph says. */
  private final Map<String, Long> channels = new HashMap<>();

  private WeightRules(GraphProto graph, Findings findings) {
    this.findings = findings;
    for (TensorProto tensor : graph.getInitializerList()) {
      weights.put(tensor.getName(), tensor.getDimsList());
    }
    graph.getInputList().forEach(this::channels);
    graph.getValueInfoList().forEach(this::channels);
  }

  private void channels(ValueInfoProto value) {
    List<Dimension> sizes = value.getType().getTensorType().getShape().getDimList();
    if (sizes.size() > 1 && sizes.get(1).hasDimValue()) {
      channels.put(value.getName(), sizes.get(1).getDimValue());
    }
  }

  static void check(GraphProto graph, Findings findings) {
    WeightRules rules = new WeightRules(graph, findings);
    for (NodeProto node : graph.getNodeList()) {
      switch (node.getDomain() + node.getOpType()) {
        case "Conv" -> rules.conv(node, true);
        case "ConvTranspose" -> rules.conv(node, false);
        case "Gemm" -> rules.gemm(node);
        case "BatchNormalization" -> rules.batchNorm(node);
        default -> {}
      }
    }
  }

  /** A convolution, or a transposed one, whose weight has the input's channels first. */
  private void conv(NodeProto node, boolean forward) {
    Optional<List<Long>> found = weight(node, 1);
    if (found.isEmpty()) {
      return;
    }
    List<Long> sizes = found.get();
    long groups = integers(node, "group").map(List::getFirst).orElse(1L);
    if (sizes.size() < 3) {
      find(node, "the weight %s of a convolution is %s", node.getInput(1), sizes);
      return;
    }
    if (groups < 1 || sizes.getFirst() % groups != 0) {
      find(node, "%d groups do not divide the weight %s, %s", groups, node.getInput(1), sizes);
      return;
    }
    List<Long> kernel = sizes.subList(2, sizes.size());
    Optional<List<Long>> stated = integers(node, "kernel_shape");
    if (stated.isPresent() && !stated.get().equals(kernel)) {
      find(
          node,
          "kernel_shape is %s, but the weight %s is %s",
          stated.get(),
          node.getInput(1),
          sizes);
    }
    length(node, "strides", kernel.size());
    length(node, "dilations", kernel.size());
    length(node, "pads", 2 * kernel.size());
    long in = forward ? sizes.get(1) * groups : sizes.getFirst();
    long out = forward ? sizes.getFirst() : sizes.get(1) * groups;
    reads(node, in, "in %d groups the weight %s, %s,".formatted(groups, node.getInput(1), sizes));
    vector(node, 2, out);
  }

  private void gemm(NodeProto node) {
    Optional<List<Long>> found = weight(node, 1);
    if (found.isEmpty()) {
      return;
    }
    List<Long> sizes = found.get();
    if (sizes.size() != 2) {
      find(node, "the weight %s of a Gemm is %s", node.getInput(1), sizes);
      return;
    }
    boolean turned = integers(node, "transB").map(List::getFirst).orElse(0L) != 0;
    boolean inputTurned = integers(node, "transA").map(List::getFirst).orElse(0L) != 0;
    if (!inputTurned) {
      reads(
          node, sizes.get(turned ? 1 : 0), "the weight %s, %s,".formatted(node.getInput(1), sizes));
    }
    long out = sizes.get(turned ? 0 : 1);
    weight(node, 2)
        .filter(bias -> !bias.isEmpty() && bias.getLast() != 1 && bias.getLast() != out)
        .ifPresent(bias -> find(node, "%s is %s instead of [%d]", node.getInput(2), bias, out));
  }

  private void batchNorm(NodeProto node) {
    Long in = channels.get(node.getInput(0));
    Optional<Long> own = weight(node, 1).filter(sizes -> sizes.size() == 1).map(List::getFirst);
    long wanted = in != null ? in : own.orElse(-1L);
    for (int i = 1; i < node.getInputCount() && wanted >= 0; i++) {
      vector(node, i, wanted);
    }
  }

  /** An input that is an initializer, and there. */
  private Optional<List<Long>> weight(NodeProto node, int place) {
    return place < node.getInputCount()
        ? Optional.ofNullable(weights.get(node.getInput(place)))
        : Optional.empty();
  }

  private void reads(NodeProto node, long wanted, String by) {
    Long given = channels.get(node.getInput(0));
    if (given != null && given != wanted) {
      find(node, "%s reads %d channels, but %s has %d", by, wanted, node.getInput(0), given);
    }
  }

  private void vector(NodeProto node, int place, long wanted) {
    weight(node, place)
        .filter(sizes -> !sizes.equals(List.of(wanted)))
        .ifPresent(
            sizes -> find(node, "%s is %s instead of [%d]", node.getInput(place), sizes, wanted));
  }

  private void length(NodeProto node, String attribute, int wanted) {
    integers(node, attribute)
        .filter(numbers -> numbers.size() != wanted)
        .ifPresent(numbers -> find(node, "%s is %s, not %d numbers", attribute, numbers, wanted));
  }

  private static Optional<List<Long>> integers(NodeProto node, String name) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .map(WeightRules::integers)
        .filter(numbers -> !numbers.isEmpty())
        .findFirst();
  }

  private static List<Long> integers(AttributeProto attribute) {
    return attribute.hasI() ? List.of(attribute.getI()) : attribute.getIntsList();
  }

  @SuppressWarnings("AnnotateFormatMethod") // a dependency for this alone
  private void find(NodeProto node, String format, Object... arguments) {
    findings.find(Rule.WEIGHTS, "%s: %s", node.getName(), format.formatted(arguments));
  }
}
