package sec.compiler.backend.torchscript;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sec.compiler.weights.Tensor;

/**
 * The file around an archive: a zip of stored entries, whose contents begin at multiples of 64
 * bytes, so that readers can map them into memory. The same contents give the same bytes.
 */
final class ArchiveFile implements AutoCloseable {
  private static final int ALIGNMENT = 64;
  private static final int LOCAL_HEADER = 30;
  private static final int FIELD_HEADER = 4;

  /** What libtorch calls the field that fills up. */
  private static final short FILLING = 'F' | 'B' << 8;

  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final int CHUNK = 1 << 16;

  private final String folder;
  private final Counted counted;
  private final ZipOutputStream zip;

  /**
   * Begins a file.
   *
   * @param folder that all entries are in
   * @param out is left open
   */
  ArchiveFile(String folder, OutputStream out) {
    this.folder = folder;
    this.counted = new Counted(new BufferedOutputStream(out, CHUNK));
    this.zip = new ZipOutputStream(counted, StandardCharsets.UTF_8);
  }

  void add(String name, byte[] content) throws IOException {
    add(name, content.length, sink -> sink.take(content, content.length));
  }

  /** Adds a tensor's numbers, row-major, little-endian. */
  void add(String name, Tensor tensor, Precision precision) throws IOException {
    float[] values = tensor.values();
    add(
        name,
        (long) values.length * precision.bytes(),
        sink -> {
          ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
          for (float value : values) {
            precision.put(buffer, value);
            if (!buffer.hasRemaining()) {
              sink.take(buffer.array(), CHUNK);
              buffer.clear();
            }
          }
          sink.take(buffer.array(), buffer.position());
        });
  }

  /** Takes the first {@code length} of some bytes. */
  @FunctionalInterface
  private interface Sink {
    void take(byte[] bytes, int length) throws IOException;
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(Sink sink) throws IOException;
  }

  /** A stored entry says its checksum before its content, which is therefore made twice. */
  private void add(String name, long size, Content content) throws IOException {
    ZipEntry entry = new ZipEntry(folder + "/" + name);
    CRC32 checksum = new CRC32();
    content.writeTo((bytes, length) -> checksum.update(bytes, 0, length));
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(TIME);
    entry.setExtra(filling(entry.getName()));
    zip.putNextEntry(entry);
    content.writeTo((bytes, length) -> zip.write(bytes, 0, length));
    zip.closeEntry();
  }

  private byte[] filling(String name) {
    long start =
        counted.count + LOCAL_HEADER + name.getBytes(StandardCharsets.UTF_8).length + FIELD_HEADER;
    int length = (int) Math.floorMod(-start, (long) ALIGNMENT);
    return ByteBuffer.allocate(FIELD_HEADER + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(FILLING)
        .putShort((short) length)
        .array();
  }

  /** Ends the file. */
  @Override
  public void close() throws IOException {
    zip.finish();
    zip.flush();
  }

  /** Counts the bytes that pass. */
  private static final class Counted extends FilterOutputStream {
    private long count;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }
  }
}
