package sec.compiler.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import sec.compiler.ir.Network;
import sec.compiler.operators.Shape;

/** A safetensors file of which the header is read and checked, and each tensor when asked for. */
public final class SafetensorsFile implements AutoCloseable {
  private static final int CHUNK = 1 << 20;

  /** The format's own limit: a longer header is a mistaken or hostile file. */
  private static final long MAXIMUM_HEADER = 100_000_000;

  private final FileChannel channel;
  private final long dataStart;
  private final Map<String, SafetensorsHeader.Entry> entries = new LinkedHashMap<>();
  private final Map<String, String> metadata;

  private SafetensorsFile(FileChannel channel, long dataStart, SafetensorsHeader header) {
    this.channel = channel;
    this.dataStart = dataStart;
    this.metadata = header.metadata();
    header.entries().forEach(entry -> entries.put(entry.name(), entry));
  }

  /**
   * Opens a file.
   *
   * @throws SafetensorsException if any length, offset or type in it is wrong
   * @throws IOException if the file cannot be read
   */
  public static SafetensorsFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      long fileLength = channel.size();
      long headerLength = headerLength(channel, fileLength);
      long dataStart = Long.BYTES + headerLength;
      String text = headerText(channel, Math.toIntExact(headerLength));
      return new SafetensorsFile(
          channel, dataStart, SafetensorsHeader.parse(text, fileLength - dataStart));
    } catch (IOException e) {
      channel.close();
      throw e instanceof SafetensorsException || e instanceof FileSystemException
          ? e
          // Such as that it is a folder; the message does not say what.
          : new FileSystemException(file.toString(), null, e.getMessage());
    }
  }

  /** The tensors' shapes by their names, in the header's order. */
  public SequencedMap<String, Shape> shapes() {
    SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
    entries.forEach((name, entry) -> shapes.put(name, entry.shape()));
    return shapes;
  }

  /** Free text by key. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(metadata);
  }

  /**
   * Reads a tensor; F64, F16 and BF16 are converted to float.
   *
   * @throws IllegalArgumentException if there is none of that name
   * @throws IOException if the file cannot be read any more
   */
  public Tensor read(String name) throws IOException {
    SafetensorsHeader.Entry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no tensor " + name);
    }
    return tensor(channel, dataStart, entry);
  }

  /**
   * The weights of {@code network}, each read when it is asked for, while this is open.
   *
   * @throws WeightsException if one is missing, unknown or of another shape; none is then read
   */
  public Weights weights(Network network) throws WeightsException {
    return Weights.forNetwork(
        network,
        shapes(),
        path -> {
          try {
            return read(path);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static long headerLength(FileChannel channel, long fileLength) throws IOException {
    if (fileLength < Long.BYTES) {
      throw new SafetensorsException("not a safetensors file: only " + fileLength + " bytes long");
    }
    long length = read(channel, 0, Safetensors.littleEndian(Long.BYTES)).getLong();
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
          .decode(read(channel, Long.BYTES, Safetensors.littleEndian(length)))
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
    ByteBuffer buffer = Safetensors.littleEndian(Math.min(CHUNK, values.length * (long) width));
    for (int i = 0; i < values.length; ) {
      int count = Math.min(CHUNK / width, values.length - i);
      read(
          channel,
          dataStart + entry.begin() + (long) i * width,
          buffer.clear().limit(count * width));
      entry.type().take(buffer, values, i, count);
      i += count;
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
}
