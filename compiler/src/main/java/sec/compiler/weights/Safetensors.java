package sec.compiler.weights;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import sec.compiler.io.AtomicFile;

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

  /** The format's own limit: a longer header is a mistaken or hostile file. */
  private static final long MAXIMUM_HEADER = 100_000_000;

  /**
   * Reads a file; F64, F16 and BF16 are converted to float.
   *
   * @throws SafetensorsException if any length, offset or type in it is wrong
   * @throws IOException if the file cannot be read
   */
  public static Safetensors read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long fileLength = channel.size();
      long headerLength = headerLength(channel, fileLength);
      long dataStart = Long.BYTES + headerLength;
      SafetensorsHeader header =
          SafetensorsHeader.parse(
              headerText(channel, Math.toIntExact(headerLength)), fileLength - dataStart);
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (SafetensorsHeader.Entry entry : header.entries()) {
        tensors.put(entry.name(), tensor(channel, dataStart, entry));
      }
      return new Safetensors(tensors, header.metadata());
    } catch (SafetensorsException | FileSystemException e) {
      throw e;
    } catch (IOException e) {
      // Such as that it is a folder; the message does not say what.
      throw new FileSystemException(file.toString(), null, e.getMessage());
    }
  }

  private static long headerLength(FileChannel channel, long fileLength) throws IOException {
    if (fileLength < Long.BYTES) {
      throw new SafetensorsException("not a safetensors file: only " + fileLength + " bytes long");
    }
    long length = read(channel, 0, littleEndian(Long.BYTES)).getLong();
    if (length < 2 || length > MAXIMUM_HEADER || length > fileLength - Long.BYTES) {
      throw new SafetensorsException(
          "not a safetensors file, or cut short: a header of %s bytes in a file of %d"
              .formatted(Long.toUnsignedString(length), fileLength));
    }
    return length;
  }

  private static String headerText(FileChannel channel, int length) throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(read(channel, Long.BYTES, littleEndian(length)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new SafetensorsException("the header is not UTF-8", e);
    }
  }

  private static Tensor tensor(FileChannel channel, long dataStart, SafetensorsHeader.Entry entry)
      throws IOException {
    long size = entry.shape().size();
    if (size > Integer.MAX_VALUE - 8) {
      throw new SafetensorsException(entry.name() + " has more elements than an array can hold");
    }
    float[] values = new float[(int) size];
    int width = entry.type().bytes();
    ByteBuffer buffer = littleEndian(Math.min(CHUNK, values.length * (long) width));
    for (int i = 0; i < values.length; ) {
      int count = Math.min(CHUNK / width, values.length - i);
      read(
          channel,
          dataStart + entry.begin() + (long) i * width,
          buffer.clear().limit(count * width));
      for (int last = i + count; i < last; i++) {
        values[i] = entry.type().next(buffer);
      }
    }
    return new Tensor(entry.shape(), values);
  }

  /** Fills {@code buffer} from {@code position} on, and makes it ready to be read. */
  private static ByteBuffer read(FileChannel channel, long position, ByteBuffer buffer)
      throws IOException {
    long next = position;
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, next);
      if (count < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
      next += count;
    }
    return buffer.flip();
  }

  /**
   * Replaces {@code file} by one of these tensors, as F32, in the order of the map.
   *
   * @param metadata free text to go with them; may be empty
   */
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    byte[] header = header(tensors, metadata);
    AtomicFile.write(
        file,
        channel -> {
          writeAll(channel, littleEndian(Long.BYTES).putLong(header.length).flip());
          writeAll(channel, ByteBuffer.wrap(header));
          ByteBuffer buffer = littleEndian(CHUNK);
          for (Tensor tensor : tensors.values()) {
            writeNumbers(channel, buffer, tensor.values());
          }
        });
  }

  private static byte[] header(Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      root.set(SafetensorsHeader.METADATA, JSON.valueToTree(metadata));
    }
    long offset = 0;
    for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
      long end = offset + (long) tensor.getValue().values().length * Float.BYTES;
      ObjectNode entry = root.putObject(tensor.getKey());
      entry.put("dtype", ElementType.F32.name());
      entry.set("shape", JSON.valueToTree(tensor.getValue().shape().dimensions()));
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

  private static ByteBuffer littleEndian(long capacity) {
    return ByteBuffer.allocate(Math.toIntExact(capacity)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
