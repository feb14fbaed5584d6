package sec.compiler.backend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sec.compiler.fixtures.HandBuiltNetwork;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.TensorProto;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.weights.Weights;

class OnnxBackendTest {

  @Test
  void modelSaysWhatItIs() throws Exception {
    ModelProto model = model(NetworkFixtures.squeezeExcitation());
    assertEquals(8, model.getIrVersion());
    assertEquals(17, model.getOpsetImport(0).getVersion());
    assertEquals("sec", model.getProducerName());
    assertTrue(model.getProducerVersion().matches("\\d+\\.\\d+\\.\\d+.*"));
    assertEquals("net", model.getMetadataProps(0).getKey());
    assertEquals("TinySE", model.getMetadataProps(0).getValue());
    assertEquals("input", model.getGraph().getInput(0).getName());
    assertEquals("logits", model.getGraph().getOutput(0).getName());
  }

  @Test
  void nodesAndInitializersHaveTheNetworksNames() throws Exception {
    Network network = NetworkFixtures.squeezeExcitation();
    GraphProto graph = model(network).getGraph();
    assertEquals(
        List.of(
            "stem.conv",
            "stem.bn",
            "stem.relu",
            "block.conv[0]",
            "block.bn[0]",
            "block.gate.squeeze.gap/pool",
            "block.gate.squeeze.gap",
            "block.gate.excite.fc[0]",
            "block.gate.excite.relu",
            "block.gate.excite.fc[1]",
            "block.gate.excite.sigmoid",
            "block.gate.scale/unsqueeze1",
            "block.gate.scale",
            "block.add",
            "block.relu",
            "head.gap/pool",
            "head.gap",
            "head.fc"),
        graph.getNodeList().stream().map(NodeProto::getName).toList());
    List<String> parameters = network.parameters().stream().map(Parameter::path).toList();
    List<String> initializers =
        graph.getInitializerList().stream().map(TensorProto::getName).toList();
    assertTrue(initializers.contains("block.conv.0.weight"));
    assertEquals(new HashSet<>(parameters), withoutConstants(initializers));
  }

  private static Set<String> withoutConstants(List<String> initializers) {
    Set<String> names = new HashSet<>(initializers);
    assertTrue(names.remove("/axes_2_3"));
    return names;
  }

  @Test
  void numbersAreLittleEndian() throws Exception {
    Network network = NetworkFixtures.chain("Fc", Shape.of(3), NetworkFixtures.linear(2));
    Weights weights = NetworkFixtures.weights(network, 1);
    TensorProto bias = OnnxBackend.model(network, weights).getGraph().getInitializer(1);
    assertEquals("fc0.bias", bias.getName());
    assertEquals(
        weights.get("fc0.bias").values()[1],
        bias.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getFloat(4));
  }

  /** A label may be any word, also the one that the model needs for itself. */
  @Test
  void pathsMayBeCalledLogits() throws Exception {
    HandBuiltNetwork net = new HandBuiltNetwork("Named", Shape.of(2));
    int first = net.add("logits", Primitive.Activation.RELU, 0);
    int second = net.add("relu", Primitive.Activation.RELU, first);
    NodeProto last =
        model(net.output(net.add("last", Primitive.Activation.TANH, second))).getGraph().getNode(2);
    assertEquals("logits", last.getOutput(0));
    assertEquals("last", last.getName());
  }

  @Test
  void dropoutAtTheEndLeavesTheLogits() throws Exception {
    Primitive dropout = new Primitive.Dropout(0.5);
    GraphProto graph =
        model(
                NetworkFixtures.chain(
                    "Dropped", Shape.of(4), Primitive.Activation.TANH, dropout, dropout))
            .getGraph();
    assertEquals(1, graph.getNodeCount());
    assertEquals("logits", graph.getNode(0).getOutput(0));
    GraphProto nothing = model(NetworkFixtures.chain("Nothing", Shape.of(4), dropout)).getGraph();
    assertEquals("Identity", nothing.getNode(0).getOpType());
  }

  @Test
  void sharedTensorsAreThereOnce() throws Exception {
    HandBuiltNetwork net = new HandBuiltNetwork("Shared", Shape.of(4));
    int first = net.add("mlp[0]", NetworkFixtures.linear(4), 0);
    GraphProto graph = model(net.output(net.addShared("mlp[1]", first, first))).getGraph();
    assertEquals(2, graph.getInitializerCount());
    assertEquals(graph.getNode(0).getInput(1), graph.getNode(1).getInput(1));
  }

  @Test
  void refusesWhatOneFileCannotHold() {
    Network network =
        NetworkFixtures.chain("Vast", Shape.of(30_000), NetworkFixtures.linear(20_000));
    ModelTooLargeException refused =
        assertThrows(
            ModelTooLargeException.class, () -> OnnxBackend.model(network, new Weights(Map.of())));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("Vast needs about 2.24 GiB"));
  }

  private static ModelProto model(Network network) throws ModelTooLargeException {
    return OnnxBackend.model(network, NetworkFixtures.weights(network, 1));
  }
}
