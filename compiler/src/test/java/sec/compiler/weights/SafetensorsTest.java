package sec.compiler.weights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sec.compiler.operators.Shape;

class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void readsWhatItWrote() throws IOException {
    float[] odd = {0f, -0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY};
    // More than one chunk of the reader and the writer.
    float[] large = new float[300_001];
    for (int i = 0; i < large.length; i++) {
      large[i] = i * 0.37f;
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("z.weight", new Tensor(Shape.of(2, 3), odd));
    tensors.put("a.weight", new Tensor(Shape.of(large.length), large));
    tensors.put("scalar", new Tensor(Shape.of(), new float[] {5}));
    Map<String, String> metadata = Map.of("net", "Tiny \"SE\" \u00e4");
    Path file = folder.resolve("w.safetensors");
    Safetensors.write(file, tensors, metadata);

    Safetensors read = Safetensors.read(file);
    assertEquals(List.copyOf(tensors.keySet()), List.copyOf(read.tensors().keySet()));
    tensors.forEach(
        (name, tensor) -> {
          Tensor same = requireNonNull(read.tensors().get(name));
          assertEquals(tensor.shape(), same.shape());
          assertArrayEquals(tensor.values(), same.values());
        });
    assertEquals(metadata, read.metadata());
    assertEquals(
        0, ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8);
  }

  @Test
  void replacesTheFileAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("w.safetensors");
    Files.writeString(file, "before");
    Safetensors.write(file, Map.of("a", new Tensor(Shape.of(1), new float[] {1})), Map.of());
    assertEquals(1, Safetensors.read(file).tensors().size());
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  /** Byte by byte, as other readers expect it. */
  @Test
  void writesTheFormat() throws IOException {
    Path file = folder.resolve("w.safetensors");
    Tensor tensor = new Tensor(Shape.of(1, 2), new float[] {1, -2});
    Safetensors.write(file, Map.of("a", tensor), Map.of("net", "N"));
    String json =
        "{\"__metadata__\":{\"net\":\"N\"},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
    ByteBuffer expected = ByteBuffer.allocate(8 + 88 + 8).order(ByteOrder.LITTLE_ENDIAN);
    expected.putLong(88).put((json + " ".repeat(88 - json.length())).getBytes(UTF_8));
    expected.putInt(0x3F800000).putInt(0xC0000000);
    assertArrayEquals(expected.array(), Files.readAllBytes(file));
  }

  @Test
  void convertsOtherTypes() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    data.putDouble(1.5).putDouble(-2).putShort((short) 0x3E00).putShort((short) 0xBFC0);
    Path file =
        file(
            "{\"d\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]},"
                + "\"h\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[16,18]},"
                + "\"b\":{\"dtype\":\"BF16\",\"shape\":[],\"data_offsets\":[18,20]}}",
            data.array());
    Map<String, Tensor> tensors = Safetensors.read(file).tensors();
    assertArrayEquals(new float[] {1.5f, -2}, get(tensors, "d").values());
    assertArrayEquals(new float[] {1.5f}, get(tensors, "h").values());
    assertArrayEquals(new float[] {-1.5f}, get(tensors, "b").values());
  }

  private static Tensor get(Map<String, Tensor> tensors, String name) {
    return new Weights(tensors).get(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}      | 8  | not JSON
          []                                                         | 0  | not a JSON object
          {} {}                                                      | 0  | not JSON
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}     | 4  | cut short
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}     | 12 | too long
          {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}     | 8  | needs 12
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[8,4]}}     | 8  | needs 4
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}     | 8  | after a gap
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}    | 8  | no two data_offsets
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4.0]}}   | 4  | no two data_offsets
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}       | 4  | no two data_offsets
          {"a":{"dtype":"F32","shape":[1]}}                          | 4  | no two data_offsets
          {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}    | 4  | dimension -1
          {"a":{"dtype":"F32","shape":4,"data_offsets":[0,4]}}       | 4  | no shape
          {"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}     | 8  | type "I64"
          {"a":{"shape":[1],"data_offsets":[0,8]}}                   | 8  | has type
          {"a":7}                                                    | 0  | has type
          {"__metadata__":{"net":7}}                                 | 0  | other than text
          {"__metadata__":[]}                                        | 0  | not a JSON object
          {"a":{"dtype":"F32","shape":[2000000000,2000000000,4],"data_offsets":[0,8]}} | 8 | beyond
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | 8 | Duplicate
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | 8 | inside
          """)
  void refusesWhatIsWrong(String header, int dataLength, String complaint) throws IOException {
    Path file = file(header, new byte[dataLength]);
    SafetensorsException refused =
        assertThrows(SafetensorsException.class, () -> Safetensors.read(file));
    assertTrue(String.valueOf(refused.getMessage()).contains(complaint), refused::toString);
  }

  @Test
  void refusesHeaderLengthsThatCannotBe() throws IOException {
    for (long length : new long[] {-1, 0, 1, 3, 1L << 40, Long.MIN_VALUE}) {
      Path file = folder.resolve("length");
      ByteBuffer bytes = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      Files.write(file, bytes.put((byte) '{').put((byte) '}').array());
      assertThrows(SafetensorsException.class, () -> Safetensors.read(file), "" + length);
    }
    Path file = Files.write(folder.resolve("short"), new byte[7]);
    assertThrows(SafetensorsException.class, () -> Safetensors.read(file));
  }

  private Path file(String header, byte[] data) throws IOException {
    byte[] json = header.getBytes(UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json).put(data);
    return Files.write(folder.resolve("case.safetensors"), bytes.array());
  }
}
