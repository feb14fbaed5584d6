package sec.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.ir.Network;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.OperatorSetIdProto;
import sec.compiler.onnx.TensorProto;
import sec.compiler.onnx.ValueInfoProto;
import sec.verify.OnnxLint.Finding;
import sec.verify.OnnxLint.Rule;

/** One model, broken in one way after the other; the lint names the way. */
class OnnxLintTest {

  @Test
  void findsNothingInTheWholeModel() throws Exception {
    assertEquals(List.of(), OnnxLint.check(model()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("breakages")
  void findsWhatIsBroken(Rule rule, String named, Consumer<ModelProto.Builder> breakage)
      throws Exception {
    ModelProto.Builder model = model().toBuilder();
    breakage.accept(model);
    List<Finding> findings = OnnxLint.check(model.build());
    assertTrue(
        findings.stream().anyMatch(f -> f.rule() == rule && f.message().contains(named)),
        findings::toString);
  }

  static Stream<Arguments> breakages() {
    return Stream.of(
        broken(Rule.VERSIONS, "IR version", ModelProto.Builder::clearIrVersion),
        broken(Rule.VERSIONS, "not imported", ModelProto.Builder::clearOpsetImport),
        broken(
            Rule.VERSIONS,
            "twice",
            m -> m.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(16))),
        inGraph(Rule.NODE_NAMES, "no name", g -> g.getNodeBuilder(0).clearName()),
        inGraph(Rule.NODE_NAMES, "stem.conv", g -> g.getNodeBuilder(1).setName("stem.conv")),
        inGraph(Rule.DEFINED_ONCE, "input", g -> g.getNodeBuilder(1).setOutput(0, "input")),
        inGraph(Rule.DEFINED_ONCE, "head.fc.bias", g -> g.addInitializer(named(g, "head.fc.bias"))),
        inGraph(Rule.ORDER, "stem.conv", OnnxLintTest::swapFirstTwo),
        inGraph(Rule.ORDER, "nowhere", g -> g.getNodeBuilder(2).setInput(0, "nowhere")),
        inGraph(Rule.OUTPUTS, "no output", GraphProto.Builder::clearOutput),
        inGraph(Rule.OUTPUTS, "gone", g -> g.getOutputBuilder(0).setName("gone")),
        inGraph(Rule.INITIALIZER_SIZE, "bytes", OnnxLintTest::cutFirstInitializer),
        inGraph(
            Rule.INITIALIZER_SIZE, "data type", g -> g.getInitializerBuilder(0).clearDataType()),
        inGraph(
            Rule.UNUSED,
            "spare",
            g -> g.addInitializer(named(g, "head.fc.bias").toBuilder().setName("spare"))),
        inGraph(Rule.UNUSED, "stem.bn", g -> g.getNodeBuilder(2).setInput(0, "stem.conv")),
        inGraph(Rule.TYPES, "stem.conv", g -> g.removeValueInfo(0)),
        inGraph(Rule.TYPES, "twice", g -> g.addValueInfo(g.getValueInfo(0))),
        inGraph(
            Rule.TYPES, "ghost", g -> g.addValueInfo(ValueInfoProto.newBuilder().setName("ghost"))),
        inGraph(Rule.TYPES, "no element type", g -> g.getInputBuilder(0).clearType()),
        inGraph(
            Rule.ATTRIBUTES,
            "twice",
            g -> g.getNodeBuilder(0).addAttribute(g.getNode(0).getAttribute(0))),
        inGraph(
            Rule.ATTRIBUTES,
            "does not say",
            g -> g.getNodeBuilder(0).getAttributeBuilder(0).clearType()));
  }

  private static Arguments broken(Rule rule, String named, Consumer<ModelProto.Builder> breakage) {
    return Arguments.of(rule, named, breakage);
  }

  private static Arguments inGraph(Rule rule, String named, Consumer<GraphProto.Builder> breakage) {
    return broken(rule, named, model -> breakage.accept(model.getGraphBuilder()));
  }

  private static void swapFirstTwo(GraphProto.Builder graph) {
    NodeProto first = graph.getNode(0);
    graph.setNode(0, graph.getNode(1)).setNode(1, first);
  }

  private static void cutFirstInitializer(GraphProto.Builder graph) {
    ByteString data = graph.getInitializer(0).getRawData();
    graph.getInitializerBuilder(0).setRawData(data.substring(4));
  }

  private static TensorProto named(GraphProto.Builder graph, String name) {
    return graph.getInitializerList().stream()
        .filter(tensor -> tensor.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ModelProto model() throws Exception {
    Network network = NetworkFixtures.squeezeExcitation();
    return OnnxBackend.model(network, NetworkFixtures.weights(network, 1));
  }
}
