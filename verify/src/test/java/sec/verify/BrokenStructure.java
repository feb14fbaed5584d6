package sec.verify;

import java.util.List;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.onnx.AttributeProto.AttributeType;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.OperatorSetIdProto;
import sec.compiler.onnx.TensorShapeProto;
import sec.compiler.onnx.ValueInfoProto;

/** Ways to break versions, names, the order, operators, and types. */
final class BrokenStructure {
  private BrokenStructure() {}

  static List<Breakage> all() {
    return List.of(
        Breakage.ofModel(
            "no IR version", ModelProto.Builder::clearIrVersion, Check.LINT, "IR version"),
        Breakage.ofModel(
            "IR version too new", m -> m.setIrVersion(99), Check.LINT, "IR version 99"),
        Breakage.ofModel(
            "no operator set", ModelProto.Builder::clearOpsetImport, Check.LINT, "not imported"),
        Breakage.ofModel(
            "operator set too new",
            m -> m.getOpsetImportBuilder(0).setVersion(99),
            Check.LINT,
            "version 99 of ONNX's operators"),
        Breakage.ofModel(
            "operator set twice",
            m -> m.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(16)),
            Check.LINT,
            "imported twice"),
        Breakage.ofModel("no graph", ModelProto.Builder::clearGraph, Check.LINT, "no graph"),
        Breakage.ofNode(
            "node without name", "stem.conv", NodeProto.Builder::clearName, Check.LINT, "no name"),
        Breakage.ofNode(
            "two nodes of one name",
            "stem.bn",
            n -> n.setName("stem.conv"),
            Check.LINT,
            "two nodes are called stem.conv"),
        Breakage.ofNode(
            "value defined twice",
            "stem.relu",
            n -> n.setOutput(0, "stem.bn"),
            Check.LINT,
            "stem.bn is defined more than once"),
        Breakage.ofGraph(
            "nodes out of order",
            BrokenStructure::swapFirstTwo,
            Check.LINT,
            "stem.bn reads stem.conv, which nothing before it defines"),
        Breakage.ofNode(
            "cycle",
            "stem.bn",
            n -> n.setInput(0, "block.relu"),
            Check.LINT,
            "which depends on stem.bn itself: the nodes form a cycle"),
        Breakage.ofNode(
            "reads nothing",
            "stem.relu",
            n -> n.setInput(0, "nowhere"),
            Check.LINT,
            "stem.relu reads nowhere, which nothing defines"),
        Breakage.ofGraph("no output", GraphProto.Builder::clearOutput, Check.LINT, "no output"),
        Breakage.ofGraph(
            "output of no node",
            g -> g.getOutputBuilder(0).setName("gone"),
            Check.LINT,
            "no node gives the output gone"),
        Breakage.ofGraph(
            "two inputs",
            g -> g.addInput(g.getInput(0).toBuilder().setName("spare")),
            Check.LINT,
            "2 inputs, [input, spare]"),
        Breakage.ofNode(
            "dead node",
            "stem.relu",
            n -> n.setInput(0, "stem.conv"),
            Check.LINT,
            "nothing reads stem.bn"),
        Breakage.ofNode(
            "unknown operator",
            "stem.relu",
            n -> n.setOpType("Rilu"),
            Check.LINT,
            "stem.relu is a Rilu"),
        Breakage.ofNode(
            "unknown domain",
            "stem.relu",
            n -> n.setDomain("org.example"),
            Check.LINT,
            "domain 'org.example'"),
        Breakage.ofNode(
            "too many inputs",
            "stem.relu",
            n -> n.addInput("stem.conv"),
            Check.LINT,
            "stem.relu has 2 inputs; Relu has 1"),
        Breakage.ofNode(
            "attribute twice",
            "stem.conv",
            n -> n.addAttribute(n.getAttribute(0)),
            Check.LINT,
            "stem.conv has dilations twice"),
        Breakage.ofNode(
            "attribute without type",
            "stem.conv",
            n -> n.getAttributeBuilder(0).clearType(),
            Check.LINT,
            "stem.conv does not say the type of dilations"),
        Breakage.ofNode(
            "attribute of another type",
            "stem.conv",
            n -> attribute(n, "group").setType(AttributeType.FLOAT).clearI().setF(1),
            Check.LINT,
            "group of stem.conv is of type FLOAT; in Conv it is of type INT"),
        Breakage.ofNode(
            "attribute whose value is of another type",
            "stem.conv",
            n -> attribute(n, "group").clearI().setF(1),
            Check.LINT,
            "group is of type INT, but holds another"),
        Breakage.ofNode(
            "unknown attribute",
            "stem.relu",
            n ->
                n.addAttribute(
                    AttributeProto.newBuilder()
                        .setName("alpha")
                        .setType(AttributeType.INT)
                        .setI(1)),
            Check.LINT,
            "stem.relu has alpha, which Relu has not"),
        Breakage.ofGraph(
            "no type of a value",
            g -> g.removeValueInfo(0),
            Check.LINT,
            "no type is stated for stem.conv"),
        Breakage.ofGraph(
            "type stated twice",
            g -> g.addValueInfo(g.getValueInfo(0)),
            Check.LINT,
            "the type of stem.conv is stated twice"),
        Breakage.ofGraph(
            "type of nothing",
            g -> g.addValueInfo(ValueInfoProto.newBuilder().setName("ghost")),
            Check.LINT,
            "a type is stated for ghost"),
        Breakage.ofGraph(
            "input without type",
            g -> g.getInputBuilder(0).clearType(),
            Check.LINT,
            "input has no element type or no shape"),
        Breakage.ofGraph(
            "negative size",
            g -> size(g.getInputBuilder(0), 2).setDimValue(-9),
            Check.LINT,
            "dimension 2 of input is -9"),
        Breakage.ofGraph(
            "wrong shape inside",
            g -> size(g.getValueInfoBuilder(0), 2).setDimValue(9),
            Check.RUNTIME,
            "stem.conv"),
        Breakage.ofGraph(
            "wrong shape of the output",
            g -> size(g.getOutputBuilder(0), 1).setDimValue(11),
            Check.RUNTIME,
            "logits"));
  }

  private static void swapFirstTwo(GraphProto.Builder graph) {
    NodeProto first = graph.getNode(0);
    graph.setNode(0, graph.getNode(1)).setNode(1, first);
  }

  static AttributeProto.Builder attribute(NodeProto.Builder node, String name) {
    return node.getAttributeBuilderList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static TensorShapeProto.Dimension.Builder size(ValueInfoProto.Builder value, int axis) {
    return value.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().getDimBuilder(axis);
  }
}
