package sec.compiler.backend.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.TensorProto;
import sec.compiler.onnx.TensorShapeProto;
import sec.compiler.onnx.TensorShapeProto.Dimension;
import sec.compiler.onnx.TypeProto;
import sec.compiler.onnx.ValueInfoProto;
import sec.compiler.operators.Shape;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;

/**
 * An ONNX graph that grows node by node. Every value but the graph's output is typed as it is
 * added, and no name is given twice.
 */
final class OnnxGraph {
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> nodeNames = new HashSet<>();
  private final Set<String> valueNames = new HashSet<>();
  private final Weights weights;

  /** Begins an empty graph, whose initializers are taken from {@code weights}. */
  OnnxGraph(String name, String doc, Weights weights) {
    this.weights = weights;
    graph.setName(name);
    if (!doc.isEmpty()) {
      graph.setDocString(doc);
    }
  }

  GraphProto build() {
    return graph.build();
  }

  /** Declares the value that comes in. */
  void input(String name, Shape shape) {
    define(name);
    graph.addInput(typed(name, shape));
  }

  /** Declares the value that goes out, which a node writes. */
  void output(String name, Shape shape) {
    graph.addOutput(typed(name, shape));
  }

  /**
   * Adds a node.
   *
   * @param name of the node
   * @param operator its ONNX name
   * @param inputs values, parameters and constants already there
   * @param output name of its value
   * @param shape of its value, batch left out
   */
  void node(
      String name,
      String operator,
      List<String> inputs,
      String output,
      Shape shape,
      List<AttributeProto> attributes) {
    if (!nodeNames.add(name)) {
      throw new IllegalStateException("two ONNX nodes are called " + name);
    }
    define(output);
    graph.addNode(
        NodeProto.newBuilder()
            .setName(name)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(attributes));
    if (!output.equals(OnnxBackend.OUTPUT)) {
      graph.addValueInfo(typed(output, shape));
    }
  }

  /** The initializer of the parameter at {@code path}, added when it is first asked for. */
  String parameter(String path, Shape shape) {
    if (valueNames.add(path)) {
      Tensor tensor = weights.get(path);
      if (!tensor.shape().equals(shape)) {
        throw new IllegalArgumentException(
            "weights for %s are %s instead of %s".formatted(path, tensor.shape(), shape));
      }
      TensorProto.Builder initializer =
          TensorProto.newBuilder().setName(path).setDataType(TensorProto.DataType.FLOAT_VALUE);
      shape.dimensions().forEach(initializer::addDims);
      graph.addInitializer(initializer.setRawData(bytes(tensor.values())));
    }
    return path;
  }

  /** A constant list of whole numbers, added when it is first asked for under that name. */
  String integers(String name, long... values) {
    if (valueNames.add(name)) {
      ByteBuffer bytes = littleEndian(values.length * Long.BYTES);
      bytes.asLongBuffer().put(values);
      graph.addInitializer(
          TensorProto.newBuilder()
              .setName(name)
              .setDataType(TensorProto.DataType.INT64_VALUE)
              .addDims(values.length)
              .setRawData(UnsafeByteOperations.unsafeWrap(bytes)));
    }
    return name;
  }

  private void define(String value) {
    if (!valueNames.add(value)) {
      throw new IllegalStateException("two ONNX values are called " + value);
    }
  }

  private static ByteString bytes(float[] values) {
    ByteBuffer bytes = littleEndian(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    // The buffer is used nowhere else, so it need not be copied.
    return UnsafeByteOperations.unsafeWrap(bytes);
  }

  private static ByteBuffer littleEndian(int capacity) {
    return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ValueInfoProto typed(String name, Shape shape) {
    TensorShapeProto.Builder dimensions =
        TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam(OnnxBackend.BATCH));
    for (int size : shape.dimensions()) {
      dimensions.addDim(Dimension.newBuilder().setDimValue(size));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT_VALUE)
                        .setShape(dimensions)))
        .build();
  }
}
