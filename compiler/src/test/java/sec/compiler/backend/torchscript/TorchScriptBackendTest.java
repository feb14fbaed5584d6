package sec.compiler.backend.torchscript;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sec.compiler.corpus.Golden;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;

/** What stands in an archive; that it means what the network means is shown where libtorch is. */
class TorchScriptBackendTest {
  private static final int ALIGNMENT = 64;
  private static final int LOCAL_HEADER = 0x04034b50;

  @ParameterizedTest
  @CsvSource({
    "SECifarResNet20, FP32",
    "SECifarResNet20, BF16",
    "MobileNetV3Small, FP16",
    "constructs.senet:Constructs, FP32"
  })
  void code(String target, Precision precision) throws IOException {
    Network network = TestNetworks.of(target);
    byte[] code = entries(archive(network, precision)).get(network.name() + "/code/__torch__.py");
    Golden.check(
        Golden.RESOURCES
            .resolve("golden-torchscript")
            .resolve("%s.%s.py".formatted(network.name(), precision)),
        new String(code, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource
  void sameBytesForTheSameNetwork(Precision precision) throws IOException {
    Network network = TestNetworks.of("ThreeLayerSE");
    assertArrayEquals(archive(network, precision), archive(network, precision));
  }

  /** So that readers can map the tensors into memory. */
  @Test
  void contentsBeginAtMultiplesOf64() throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(archive(TestNetworks.of("ThreeLayerSE"), Precision.FP32))
            .order(ByteOrder.LITTLE_ENDIAN);
    int entries = 0;
    int at = 0;
    while (bytes.getInt(at) == LOCAL_HEADER) {
      int content = at + 30 + bytes.getShort(at + 26) + bytes.getShort(at + 28);
      assertEquals(0, content % ALIGNMENT, "entry " + entries);
      entries++;
      at = content + bytes.getInt(at + 18);
    }
    assertEquals(TestNetworks.of("ThreeLayerSE").parameters().size() + 4, entries);
  }

  @Test
  void holdsTheWeights() throws IOException {
    Network network = TestNetworks.of("ThreeLayerSE");
    Weights weights = InitialWeights.of(3, network);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TorchScriptBackend.write(out, network, weights, Precision.FP32);
    Map<String, byte[]> entries = entries(out.toByteArray());
    for (int i = 0; i < network.parameters().size(); i++) {
      Parameter parameter = network.parameters().get(i);
      Tensor tensor = weights.get(parameter.path());
      float[] numbers = new float[tensor.values().length];
      ByteBuffer.wrap(entries.get(network.name() + "/data/" + i))
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(numbers);
      assertArrayEquals(tensor.values(), numbers, parameter.path());
    }
  }

  private static byte[] archive(Network network, Precision precision) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TorchScriptBackend.write(out, network, InitialWeights.of(0, network), precision);
    return out.toByteArray();
  }

  private static Map<String, byte[]> entries(byte[] archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
