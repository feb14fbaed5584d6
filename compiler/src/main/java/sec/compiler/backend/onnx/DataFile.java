package sec.compiler.backend.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import sec.compiler.onnx.StringStringEntryProto;
import sec.compiler.onnx.TensorProto;

/**
 * The file beside a model that holds its weights. Tensors of a page or more begin at one, so that
 * runtimes can map them into memory.
 */
final class DataFile {
  private static final long PAGE = 4096;
  private static final long SMALL = 64;

  private final List<TensorProto> headers = new ArrayList<>();
  private final List<StoredTensor> tensors;
  private final List<Long> offsets = new ArrayList<>();

  /**
   * Lays the tensors out.
   *
   * @param name of the file, as the model says it
   */
  DataFile(String name, List<StoredTensor> tensors) {
    this.tensors = List.copyOf(tensors);
    long end = 0;
    for (StoredTensor tensor : tensors) {
      long unit = tensor.bytes() >= PAGE ? PAGE : SMALL;
      long offset = Math.ceilDiv(end, unit) * unit;
      end = offset + tensor.bytes();
      offsets.add(offset);
      headers.add(
          tensor
              .header()
              .setDataLocation(TensorProto.DataLocation.EXTERNAL)
              .addExternalData(entry("location", name))
              .addExternalData(entry("offset", Long.toString(offset)))
              .addExternalData(entry("length", Long.toString(tensor.bytes())))
              .build());
    }
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  /** The initializers, which say where their numbers are. */
  List<TensorProto> headers() {
    return headers;
  }

  void writeTo(FileChannel channel) throws IOException {
    ByteBuffer buffer = StoredTensor.buffer();
    try (ReadAhead numbers = new ReadAhead(tensors)) {
      for (int i = 0; i < tensors.size(); i++) {
        channel.write(ByteBuffer.allocate(Math.toIntExact(offsets.get(i) - channel.position())));
        tensors.get(i).writeTo(bytes -> writeAll(channel, bytes), numbers.next(), buffer);
      }
    }
  }

  static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
