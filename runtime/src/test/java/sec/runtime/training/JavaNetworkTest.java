package sec.runtime.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.interpreter.Batch;
import sec.compiler.interpreter.Interpreter;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Initializer;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;
import sec.runtime.GradientRecording;
import sec.runtime.sample.SampleNet;
import sec.runtime.sample.ThreeLayerCnn;

class JavaNetworkTest {
  private final Network network = SampleNet.network();

  @Test
  void namesArraysByPathInTheNetworksOrder() {
    try (Trainable sample = sample(network)) {
      assertEquals(
          List.of(
              "stem.conv.weight",
              "stem.bn.weight",
              "stem.bn.bias",
              "gate.SE.excite.fc.0.weight",
              "gate.SE.excite.fc.0.bias",
              "gate.SE.excite.fc.1.weight",
              "gate.SE.excite.fc.1.bias",
              "head.fc.weight",
              "head.fc.bias"),
          List.copyOf(sample.parameters().keySet()));
      assertEquals(
          List.of("stem.bn.running_mean", "stem.bn.running_var"),
          List.copyOf(sample.buffers().keySet()));
    }
  }

  @Test
  void countsTheParametersOfTheThreeLayerCnn() {
    try (Trainable cnn =
        new JavaNetwork(new ThreeLayerCnn(), ThreeLayerCnn.network(), Device.cpu())) {
      assertEquals(97_290, cnn.parameters().values().stream().mapToLong(NDArray::size).sum());
    }
  }

  @Test
  void answersAsTheInterpreterDoes() {
    Weights weights = NetworkFixtures.weights(network, 7);
    Batch images = NetworkFixtures.input(network, 3, 11);
    GradientRecording.off();
    try (Trainable sample = sample(network)) {
      sample.setValues(weights.tensors());
      NDArray input = sample.manager().create(images.toFloats(), new Shape(3, 3, 8, 8));

      float[] logits = sample.forward(input, false).toFloatArray();

      assertArrayEquals(Interpreter.logits(network, weights, images).toFloats(), logits, 1e-5f);
    }
  }

  @Test
  void givesBackTheValuesItWasGiven() {
    Map<String, Tensor> given = InitialWeights.of(3, network).tensors();
    try (Trainable sample = sample(network)) {
      sample.setValues(given);
      Map<String, Tensor> got = sample.values();

      assertEquals(List.copyOf(sample.values().keySet()).size(), given.size());
      given.forEach(
          (path, tensor) ->
              assertArrayEquals(tensor.values(), requireNonNull(got.get(path)).values(), path));
      sample.parameters().forEach((path, array) -> assertTrue(array.hasGradient(), path));
    }
  }

  @Test
  void refusesValuesThatDoNotFitAndStaysAsItWas() {
    Map<String, Tensor> values = new LinkedHashMap<>(InitialWeights.of(3, network).tensors());
    values.remove("head.fc.bias");
    values.put("head.fc.bios", new Tensor(sec.compiler.operators.Shape.of(1), new float[1]));
    values.put("stem.bn.bias", new Tensor(sec.compiler.operators.Shape.of(2), new float[2]));
    try (Trainable sample = sample(network)) {
      float[] before = requireNonNull(sample.values().get("stem.conv.weight")).values();

      String message =
          assertThrows(IllegalArgumentException.class, () -> sample.setValues(values)).getMessage();

      assertTrue(requireNonNull(message).contains("no values for head.fc.bias"), message);
      assertTrue(message.contains("no head.fc.bios here"), message);
      assertTrue(message.contains("stem.bn.bias is [8] here, not [2]"), message);
      assertArrayEquals(before, requireNonNull(sample.values().get("stem.conv.weight")).values());
    }
  }

  @Test
  void refusesABlockThatIsNotTheNetwork() {
    List<Parameter> changed = new ArrayList<>(network.parameters());
    changed.removeIf(parameter -> parameter.path().equals("stem.conv.weight"));
    changed.replaceAll(
        parameter ->
            parameter.path().equals("head.fc.bias")
                ? parameter("head.fc.bias", 11, true)
                : parameter.path().equals("stem.bn.running_var")
                    ? parameter("stem.bn.running_var", 8, true)
                    : parameter);
    changed.add(parameter("tail.bias", 4, true));
    Network other =
        new Network(
            "Other",
            "",
            network.nodes(),
            network.output(),
            changed,
            network.root(),
            network.assembly());

    String message = assertThrows(IllegalStateException.class, () -> sample(other)).getMessage();

    assertTrue(requireNonNull(message).contains("The Java of Other"), message);
    assertTrue(message.contains("stem.conv.weight is unknown to the network"), message);
    assertTrue(message.contains("head.fc.bias is [10], not [11]"), message);
    assertTrue(message.contains("stem.bn.running_var is not trained"), message);
    assertTrue(message.contains("tail.bias [4] is missing"), message);
  }

  private static Parameter parameter(String path, int size, boolean trained) {
    return new Parameter(
        path, sec.compiler.operators.Shape.of(size), new Initializer.Constant(0), trained);
  }

  private static Trainable sample(Network network) {
    return new JavaNetwork(new SampleNet(), network, Device.cpu());
  }
}
