package sec.compiler.backend.onnx;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.TensorProto;

/**
 * Writes a model as protobuf would, but one stored tensor after the other: the lengths of the
 * messages around them are known before their numbers are.
 */
final class ModelWriter {
  private static final int BUFFER = 1 << 16;

  private ModelWriter() {}

  /** How many bytes {@link #write} takes. */
  static long size(ModelProto frame, List<StoredTensor> tensors) {
    long graph = graphSize(frame.getGraph(), tensors);
    return withoutGraph(frame).getSerializedSize()
        + field(ModelProto.GRAPH_FIELD_NUMBER, graph)
        + graph;
  }

  /**
   * Writes a model of less than 2 GiB.
   *
   * @param frame all of it but {@code tensors}
   * @param tensors further initializers
   */
  static void write(WritableByteChannel channel, ModelProto frame, List<StoredTensor> tensors)
      throws IOException {
    CodedOutputStream stream =
        CodedOutputStream.newInstance(Channels.newOutputStream(channel), BUFFER);
    withoutGraph(frame).writeTo(stream);
    begin(stream, ModelProto.GRAPH_FIELD_NUMBER, graphSize(frame.getGraph(), tensors));
    frame.getGraph().writeTo(stream);
    ByteBuffer buffer = StoredTensor.buffer();
    try (ReadAhead numbers = new ReadAhead(tensors)) {
      for (StoredTensor tensor : tensors) {
        TensorProto header = tensor.header().build();
        begin(stream, GraphProto.INITIALIZER_FIELD_NUMBER, tensorSize(header, tensor.bytes()));
        header.writeTo(stream);
        begin(stream, TensorProto.RAW_DATA_FIELD_NUMBER, tensor.bytes());
        stream.flush();
        tensor.writeTo(bytes -> DataFile.writeAll(channel, bytes), numbers.next(), buffer);
      }
    }
    stream.flush();
  }

  private static ModelProto withoutGraph(ModelProto frame) {
    return frame.toBuilder().clearGraph().build();
  }

  private static long graphSize(GraphProto graph, List<StoredTensor> tensors) {
    long size = graph.getSerializedSize();
    for (StoredTensor tensor : tensors) {
      long length = tensorSize(tensor.header().build(), tensor.bytes());
      size += field(GraphProto.INITIALIZER_FIELD_NUMBER, length) + length;
    }
    return size;
  }

  private static long tensorSize(TensorProto header, long bytes) {
    return header.getSerializedSize() + field(TensorProto.RAW_DATA_FIELD_NUMBER, bytes) + bytes;
  }

  /** The bytes before a message or byte string of that length. */
  private static int field(int number, long length) {
    return CodedOutputStream.computeTagSize(number)
        + CodedOutputStream.computeUInt64SizeNoTag(length);
  }

  private static void begin(CodedOutputStream stream, int number, long length) throws IOException {
    stream.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    stream.writeUInt64NoTag(length);
  }
}
