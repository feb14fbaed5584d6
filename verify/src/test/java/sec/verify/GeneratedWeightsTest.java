package sec.verify;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.nn.Block;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.analysis.Cost;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.Safetensors;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.training.JavaNetwork;

/**
 * The generated Java by itself, with nobody to hand it weights: it starts where every other backend
 * starts, and reads and writes the files that the others do.
 */
class GeneratedWeightsTest {
  private static final long MACS = 4_000_000;

  @TestFactory
  Stream<DynamicTest> startsWhereEveryBackendStarts() {
    List<Network> networks =
        Stream.of(
                Zoo.upTo(MACS),
                TestNetworks.corpus(),
                drawn(),
                TestNetworks.all("nets/initialisers.senet"))
            .flatMap(List::stream)
            .toList();
    return networks.stream()
        .map(
            network ->
                DynamicTest.dynamicTest(
                    network.name(), () -> startsAt(0, network, block(network))));
  }

  @Test
  void anotherSeedIsAnotherStart() throws Exception {
    Network network = TestNetworks.library("ThreeLayerCNN", List.of("middle=SE(r=16)"));
    Block block = block(network);
    weights(block, "start", Block.class, long.class).invoke(null, block, 7L);
    startsAt(7, network, block);
  }

  @Test
  void onnxStartsThereToo() throws Exception {
    Network network = TestNetworks.library("ThreeLayerCNN", List.of("middle=SE(r=16)"));
    Weights start = InitialWeights.of(0, network);
    Map<String, float[]> found = new LinkedHashMap<>();
    OnnxBackend.model(network, start)
        .getGraph()
        .getInitializerList()
        .forEach(
            tensor -> {
              ByteBuffer raw =
                  tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
              float[] values = new float[raw.remaining() / Float.BYTES];
              raw.asFloatBuffer().get(values);
              found.put(tensor.getName(), values);
            });
    try (JavaNetwork java = new JavaNetwork(block(network), network, Device.cpu())) {
      java.values()
          .forEach(
              (path, tensor) ->
                  assertArrayEquals(requireNonNull(found.get(path), path), tensor.values(), path));
    }
  }

  @Test
  void readsAndWritesTheFilesOfAllBackends(@TempDir Path folder) throws Exception {
    Network network = TestNetworks.library("ThreeLayerCNN", List.of("middle=SE(r=16)"));
    Map<String, Tensor> trained = NetworkFixtures.weights(network, 5).tensors();
    Path given = folder.resolve("given.safetensors");
    Path saved = folder.resolve("saved.safetensors");
    Safetensors.write(given, trained, Map.of("net", network.name()));
    Block block = block(network);
    try (JavaNetwork java = new JavaNetwork(block, network, Device.cpu())) {
      weights(block, "load", Block.class, Path.class).invoke(null, block, given);
      assertSame(trained, java.values());
      weights(block, "save", Block.class, Path.class).invoke(null, block, saved);
    }
    assertSame(trained, Safetensors.read(saved).tensors());
  }

  @Test
  void refusesWeightsOfAnotherNetwork(@TempDir Path folder) throws Exception {
    Network other = TestNetworks.library("ThreeLayerCNN", List.of("middle=SE(r=8)"));
    Path file = folder.resolve("other.safetensors");
    Safetensors.write(file, InitialWeights.of(0, other).tensors(), Map.of());
    Network network = TestNetworks.library("ThreeLayerCNN", List.of("middle=SE(r=16)"));
    Block block = block(network);
    try (JavaNetwork java = new JavaNetwork(block, network, Device.cpu())) {
      Method load = weights(block, "load", Block.class, Path.class);
      InvocationTargetException thrown =
          assertThrows(InvocationTargetException.class, () -> load.invoke(null, block, file));
      IllegalArgumentException fault =
          assertInstanceOf(IllegalArgumentException.class, thrown.getCause());
      assertTrue(
          requireNonNull(fault.getMessage())
              .contains("middle.SE.fc.0.weight is (4, 32), not (2, 32)"),
          fault.getMessage());
      assertSame(InitialWeights.of(0, network).tensors(), java.values());
    }
  }

  private static List<Network> drawn() {
    return Stream.of(0L, 1L, 2L, 3L)
        .flatMap(seed -> TestNetworks.random(seed).stream().flatMap(List::stream))
        .filter(network -> Cost.of(network).macs() <= MACS)
        .toList();
  }

  private static Block block(Network network) throws Exception {
    return InMemoryCompiler.ofJdk().newBlock(DjlBackend.generate(network));
  }

  private static Method weights(Block network, String method, Class<?>... types) throws Exception {
    Class<?> type = network.getClass();
    return Class.forName(type.getPackageName() + ".Weights", true, type.getClassLoader())
        .getMethod(method, types);
  }

  private static void startsAt(long seed, Network network, Block block) {
    try (JavaNetwork java = new JavaNetwork(block, network, Device.cpu())) {
      assertSame(InitialWeights.of(seed, network).tensors(), java.values());
    }
  }

  private static void assertSame(Map<String, Tensor> expected, Map<String, Tensor> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (path, tensor) ->
            assertArrayEquals(tensor.values(), requireNonNull(actual.get(path)).values(), path));
  }
}
