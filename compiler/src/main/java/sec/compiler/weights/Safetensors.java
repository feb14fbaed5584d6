package sec.compiler.weights;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import sec.compiler.io.AtomicFile;
import sec.compiler.operators.Shape;

/**
 * Files of tensors in the safetensors format: the length of the header (8 bytes, little-endian),
 * the header in JSON, the numbers in row-major order, little-endian. Source:
 * github.com/huggingface/safetensors.
 *
 * @param tensors values by name, in the header's order
 * @param metadata free text by key
 */
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int CHUNK = 1 << 20;
  private static final int ALIGNMENT = 8;

  /**
   * Reads a whole file; F64, F16 and BF16 are converted to float.
   *
   * @throws SafetensorsException if any length, offset or type in it is wrong
   * @throws IOException if the file cannot be read
   */
  public static Safetensors read(Path file) throws IOException {
    try (SafetensorsFile open = SafetensorsFile.open(file)) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (String name : open.shapes().keySet()) {
        tensors.put(name, open.read(name));
      }
      return new Safetensors(tensors, open.metadata());
    }
  }

  /**
   * Replaces {@code file} by one of these tensors, as F32, in the order of the map.
   *
   * @param metadata free text to go with them; may be empty
   */
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    write(file, shapes, name -> requireNonNull(tensors.get(name)), metadata);
  }

  /**
   * The same with one tensor in memory at a time.
   *
   * @param shapes of the tensors by name
   * @param tensors each asked for once, in the order of {@code shapes}
   */
  public static void write(
      Path file,
      SequencedMap<String, Shape> shapes,
      Function<String, Tensor> tensors,
      Map<String, String> metadata)
      throws IOException {
    byte[] header = header(shapes, metadata);
    AtomicFile.write(
        file,
        channel -> {
          writeAll(channel, littleEndian(Long.BYTES).putLong(header.length).flip());
          writeAll(channel, ByteBuffer.wrap(header));
          ByteBuffer buffer = littleEndian(CHUNK);
          for (String name : shapes.keySet()) {
            writeNumbers(channel, buffer, tensors.apply(name).values());
          }
        });
  }

  private static byte[] header(Map<String, Shape> shapes, Map<String, String> metadata)
      throws IOException {
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      root.set(SafetensorsHeader.METADATA, JSON.valueToTree(metadata));
    }
    long offset = 0;
    for (Map.Entry<String, Shape> shape : shapes.entrySet()) {
      long end = offset + shape.getValue().size() * Float.BYTES;
      ObjectNode entry = root.putObject(shape.getKey());
      entry.put("dtype", ElementType.F32.name());
      entry.set("shape", JSON.valueToTree(shape.getValue().dimensions()));
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    // Blanks after the JSON are part of the format, for the sake of aligned data.
    String json = JSON.writeValueAsString(root);
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return (json + " ".repeat(Math.floorMod(-length, ALIGNMENT))).getBytes(StandardCharsets.UTF_8);
  }

  private static void writeNumbers(FileChannel channel, ByteBuffer buffer, float[] values)
      throws IOException {
    for (int i = 0; i < values.length; ) {
      int count = Math.min(buffer.clear().capacity() / Float.BYTES, values.length - i);
      buffer.asFloatBuffer().put(values, i, count);
      writeAll(channel, buffer.limit(count * Float.BYTES));
      i += count;
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  static ByteBuffer littleEndian(long capacity) {
    return ByteBuffer.allocate(Math.toIntExact(capacity)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
