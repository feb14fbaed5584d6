package sec.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.fixtures.OperatorCases;
import sec.compiler.fixtures.RandomNetworks;
import sec.compiler.ir.Network;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.verify.lint.OnnxLint;

/**
 * What is written as ONNX is well built, by the lint and by ONNX's own checker; the library's nets
 * are checked in {@link ZooTest}.
 */
class OnnxModelsTest {
  private static final long SEED = 7;

  private static List<Network> networks() {
    List<Network> networks = new ArrayList<>(RandomNetworks.draw(SEED, 10));
    networks.addAll(OperatorCases.alone().values());
    return networks;
  }

  @Test
  void modelsPassTheLint() throws Exception {
    for (Network network : networks()) {
      ModelProto model = OnnxBackend.model(network, NetworkFixtures.weights(network, SEED));
      assertEquals(List.of(), OnnxLint.check(model), network::name);
    }
  }

  @Test
  void modelsPassTheChecker() throws Exception {
    assumeTrue(OnnxChecker.unavailable().isEmpty(), () -> OnnxChecker.unavailable().orElseThrow());
    for (Network network : networks()) {
      ModelProto model = OnnxBackend.model(network, NetworkFixtures.weights(network, SEED));
      assertEquals(Optional.empty(), OnnxChecker.check(model.toByteArray()), network::name);
    }
  }

  /** Else the test above would show nothing. */
  @Test
  void checkerRefusesWrongShapesUnknownOperatorsAndOtherBytes() throws Exception {
    assumeTrue(OnnxChecker.unavailable().isEmpty(), () -> OnnxChecker.unavailable().orElseThrow());
    ModelProto.Builder model = tinySe();
    GraphProto.Builder graph = model.getGraphBuilder();
    graph
        .getOutputBuilder(0)
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .getShapeBuilder()
        .getDimBuilder(1)
        .setDimValue(11);
    assertTrue(OnnxChecker.check(model.build().toByteArray()).isPresent());

    ModelProto.Builder unknown = tinySe();
    unknown.getGraphBuilder().getNodeBuilder(2).setOpType("Rilu");
    assertTrue(OnnxChecker.check(unknown.build().toByteArray()).orElseThrow().contains("Rilu"));

    assertTrue(OnnxChecker.check(new byte[] {1, 2, 3}).isPresent());
  }

  /** A shape inside the graph that its operators contradict: by default only a warning. */
  @Test
  void sessionRefusesWrongShapesInside() throws Exception {
    ModelProto.Builder model = tinySe();
    model
        .getGraphBuilder()
        .getValueInfoBuilder(0)
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .getShapeBuilder()
        .getDimBuilder(1)
        .setDimValue(9);
    byte[] bytes = model.build().toByteArray();
    assertThrows(OrtException.class, () -> OnnxSession.of(bytes).close());
  }

  @Test
  void fileIsTheModel(@TempDir Path folder) throws Exception {
    ModelProto model = tinySe().build();
    Path file = folder.resolve("tiny.onnx");
    OnnxBackend.write(file, model);
    float[] input = NetworkFixtures.input(NetworkFixtures.squeezeExcitation(), 2, SEED).toFloats();
    try (OnnxSession fromFile = OnnxSession.of(file);
        OnnxSession fromBytes = OnnxSession.of(model.toByteArray())) {
      float[] logits = fromFile.run(input, 2, 3, 9, 7);
      assertEquals(20, logits.length);
      assertArrayEquals(fromBytes.run(input, 2, 3, 9, 7), logits);
    }
  }

  private static ModelProto.Builder tinySe() throws Exception {
    Network network = NetworkFixtures.squeezeExcitation();
    return OnnxBackend.model(network, NetworkFixtures.weights(network, SEED)).toBuilder();
  }
}
