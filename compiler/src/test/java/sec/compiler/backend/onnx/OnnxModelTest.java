package sec.compiler.backend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.onnx.FunctionProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.operators.Shape;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;

class OnnxModelTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  /** While one is written the next is asked for, and no further; none is asked for twice. */
  @ParameterizedTest
  @EnumSource
  void holdsTwoTensorsAtATime(ExternalData place) throws Exception {
    Network network = NetworkFixtures.squeezeExcitation();
    Weights numbers = NetworkFixtures.weights(network, 1);
    List<String> asked = new ArrayList<>();
    List<WeakReference<Tensor>> given = new ArrayList<>();
    Weights counting =
        eachBy(
            network,
            path -> {
              System.gc();
              given.stream()
                  .limit(Math.max(0, given.size() - 1))
                  .forEach(tensor -> assertEquals(null, tensor.get(), path));
              Tensor stored = numbers.get(path);
              Tensor tensor = new Tensor(stored.shape(), stored.values().clone());
              asked.add(path);
              given.add(new WeakReference<>(tensor));
              return tensor;
            });
    OnnxModel model = model(network, counting, OnnxOptions.builder().externalData(place));
    model.skeleton();
    assertEquals(List.of(), asked);
    model.write(folder.resolve("model.onnx"));
    assertEquals(network.parameters().stream().map(Parameter::path).toList(), asked);
  }

  private interface Source {
    Tensor of(String path);
  }

  private static Weights eachBy(Network network, Source source) {
    SequencedMap<String, Supplier<Tensor>> sources = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      sources.put(parameter.path(), () -> source.of(parameter.path()));
    }
    return Weights.onDemand(sources);
  }

  /** What was there before is still there, and nothing beside it. */
  @ParameterizedTest
  @EnumSource
  void failureLeavesBothFiles(ExternalData place) throws Exception {
    Network network = NetworkFixtures.squeezeExcitation();
    Weights numbers = NetworkFixtures.weights(network, 1);
    Weights failing =
        eachBy(
            network,
            path -> {
              if (path.equals("head.fc.bias")) {
                throw new UncheckedIOException(new IOException("the disk is gone"));
              }
              return numbers.get(path);
            });
    Path file = Files.writeString(folder.resolve("model.onnx"), "before");
    Path data = Files.writeString(folder.resolve("model.onnx.data"), "before");
    OnnxModel model = model(network, failing, OnnxOptions.builder().externalData(place));
    assertThrows(UncheckedIOException.class, () -> model.write(file));
    assertEquals("before", Files.readString(file));
    assertEquals("before", Files.readString(data));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void numbersBeyondHalvesAreRefused() {
    Network network = NetworkFixtures.chain("Fc", Shape.of(1), NetworkFixtures.linear(2));
    Weights large = eachBy(network, path -> filled(network, path, 1e6f));
    OnnxModel model = model(network, large, OnnxOptions.builder().precision(Precision.FP16));
    UnrepresentableException refused =
        assertThrows(UnrepresentableException.class, () -> model.write(folder.resolve("fc.onnx")));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("fc0.weight holds 1000000.0, and"));
    assertFalse(Files.exists(folder.resolve("fc.onnx")));
  }

  private static Tensor filled(Network network, String path, float value) {
    Shape shape =
        network.parameters().stream()
            .filter(parameter -> parameter.path().equals(path))
            .map(Parameter::shape)
            .findFirst()
            .orElseThrow();
    float[] values = new float[Math.toIntExact(shape.size())];
    Arrays.fill(values, value);
    return new Tensor(shape, values);
  }

  /** Sizes of tensors make no other function, strides and the way around do. */
  @Test
  void equalBlocksAreOneFunction() throws Exception {
    Network network = TestNetworks.library("SECifarResNet20", List.of());
    ModelProto model =
        model(network, NetworkFixtures.weights(network, 1), OnnxOptions.builder().functions(true))
            .skeleton();
    assertEquals(
        List.of("SE", "CifarBlock", "Subsample", "CifarBlock_2", "Subsample_2", "CifarBlock_3"),
        model.getFunctionsList().stream().map(FunctionProto::getName).toList());
    assertEquals(
        "CifarBlock",
        model.getGraph().getNodeList().stream()
            .filter(node -> node.getName().equals("stage2.CifarBlock[2]"))
            .findFirst()
            .orElseThrow()
            .getOpType());
    FunctionProto block = model.getFunctions(1);
    assertEquals("input", block.getInput(0));
    assertEquals("conv.0.weight", block.getInput(1));
    assertEquals("output", block.getOutput(0));
  }

  private static OnnxModel model(Network network, Weights weights, OnnxOptions.Builder options) {
    return OnnxBackend.model(network, weights, options.build());
  }
}
