package sec.compiler.backend.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import sec.compiler.io.AtomicFile;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;

/** A model whose weights are computed or read while it is written: memory never holds two. */
public final class OnnxModel {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final ModelProto frame;
  private final List<StoredTensor> tensors;
  private final ExternalData externalData;

  OnnxModel(ModelProto frame, List<StoredTensor> tensors, ExternalData externalData) {
    this.frame = frame;
    this.tensors = List.copyOf(tensors);
    this.externalData = externalData;
  }

  /**
   * The model as checkers should see it, small: weights are inputs of their type and shape instead
   * of initializers.
   */
  public ModelProto skeleton() {
    ModelProto.Builder model = frame.toBuilder();
    GraphProto.Builder graph = model.getGraphBuilder();
    tensors.forEach(
        tensor ->
            graph.addInput(
                OnnxGraph.typed(
                    tensor.name(), tensor.precision().type(), tensor.header().getDimsList())));
    return model.build();
  }

  /**
   * All of it in memory.
   *
   * @throws ModelTooLargeException if one message cannot hold it
   */
  public ModelProto whole() throws ModelTooLargeException {
    requireOneFile();
    ModelProto.Builder model = frame.toBuilder();
    tensors.forEach(
        tensor ->
            model
                .getGraphBuilder()
                .addInitializer(tensor.header().setRawData(bytes(tensor)).build()));
    return model.build();
  }

  private static ByteString bytes(StoredTensor tensor) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(tensor.bytes()));
    try {
      tensor.writeTo(bytes::put, tensor.read(), StoredTensor.buffer());
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written here", e);
    }
    // The buffer is used nowhere else, so it need not be copied.
    return UnsafeByteOperations.unsafeWrap(bytes.flip());
  }

  /** How long it is in one file. */
  public long bytes() {
    return ModelWriter.size(frame, tensors);
  }

  private void requireOneFile() throws ModelTooLargeException {
    if (bytes() > Integer.MAX_VALUE) {
      throw ModelTooLargeException.oneFile(frame.getGraph().getName(), bytes());
    }
  }

  /**
   * Replaces {@code file}, and where the weights go beside it {@code file.data}: both or, if
   * something fails before the last moves, neither.
   *
   * @return what was written
   * @throws ModelTooLargeException if it has to be one file and cannot
   */
  public List<Path> write(Path file) throws IOException {
    return write(file, () -> {});
  }

  /**
   * The same, if nobody objects.
   *
   * @param approval runs when all is written and nothing has yet taken its place; what it throws
   *     leaves everything as it was
   */
  public List<Path> write(Path file, Runnable approval) throws IOException {
    for (StoredTensor tensor : tensors) {
      if (tensor.shape().size() > LARGEST_ARRAY) {
        throw ModelTooLargeException.oneArray(tensor);
      }
    }
    boolean beside =
        externalData == ExternalData.ALWAYS
            || (externalData == ExternalData.AUTO && bytes() > Integer.MAX_VALUE);
    if (!beside || tensors.isEmpty()) {
      requireOneFile();
      AtomicFile.writeRepeatable(
          file,
          channel -> {
            ModelWriter.write(channel, frame, tensors);
            approval.run();
          });
      return List.of(file);
    }
    Path data = file.resolveSibling(file.getFileName() + ".data");
    DataFile content = new DataFile(String.valueOf(data.getFileName()), tensors);
    ModelProto.Builder model = frame.toBuilder();
    model.getGraphBuilder().addAllInitializer(content.headers());
    AtomicFile.writeRepeatable(
        file,
        channel -> {
          ModelWriter.write(channel, model.build(), List.of());
          // Within the writing of the model, which moves to its place when this has.
          AtomicFile.writeRepeatable(
              data,
              dataChannel -> {
                content.writeTo(dataChannel);
                approval.run();
              });
        });
    return List.of(file, data);
  }
}
