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
  private final Set<String> outputs = new HashSet<>();
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

  /** Declares a value that goes out, which a node writes. */
  void output(String name, Shape shape) {
    outputs.add(name);
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
    add(name, operator, inputs, typed(output, shape), attributes);
  }

  /** Adds a node that computes on constants alone: its value has no batch. */
  void constantNode(String name, String operator, List<String> inputs, Shape shape) {
    ValueInfoProto.Builder value = typed(name, shape).toBuilder();
    value.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().removeDim(0);
    add(name, operator, inputs, value.build(), List.of());
  }

  /** Adds a node whose value is a list of whole numbers. */
  void vectorNode(
      String name, String operator, List<String> inputs, int size, AttributeProto... attributes) {
    ValueInfoProto.Builder value = typed(name, Shape.of(size)).toBuilder();
    value
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .setElemType(TensorProto.DataType.INT64_VALUE)
        .getShapeBuilder()
        .removeDim(0);
    add(name, operator, inputs, value.build(), List.of(attributes));
  }

  private void add(
      String name,
      String operator,
      List<String> inputs,
      ValueInfoProto value,
      List<AttributeProto> attributes) {
    if (!nodeNames.add(name)) {
      throw new IllegalStateException("two ONNX nodes are called " + name);
    }
    define(value.getName());
    graph.addNode(
        NodeProto.newBuilder()
            .setName(name)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(value.getName())
            .addAllAttribute(attributes));
    if (!value.getName().equals(OnnxBackend.OUTPUT) && !outputs.contains(value.getName())) {
      graph.addValueInfo(value);
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

  /** A constant list of numbers, under a name that nothing else has. */
  String reals(String name, float... values) {
    define(name);
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addDims(values.length)
            .setRawData(bytes(values)));
    return name;
  }

  /** A constant number; one for all that ask for it. */
  String real(double value) {
    String name = "/number_" + (float) value;
    if (valueNames.add(name)) {
      graph.addInitializer(
          TensorProto.newBuilder()
              .setName(name)
              .setDataType(TensorProto.DataType.FLOAT_VALUE)
              .setRawData(bytes(new float[] {(float) value})));
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
