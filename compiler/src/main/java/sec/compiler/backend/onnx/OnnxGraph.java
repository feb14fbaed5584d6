package sec.compiler.backend.onnx;

import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
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
import sec.compiler.weights.Weights;

/**
 * An ONNX graph that grows node by node. Every value but the graph's outputs is typed as it is
 * added, and no name is given twice.
 */
final class OnnxGraph {
  /** Of what belongs to no node of the network. */
  static final int NO_ORIGIN = -1;

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> nodeNames = new HashSet<>();
  private final Set<String> valueNames = new HashSet<>();
  private final Set<String> outputs = new HashSet<>();
  private final List<StoredTensor> tensors = new ArrayList<>();
  private final List<Integer> origins = new ArrayList<>();
  private final Weights weights;
  private final Precision precision;
  private final Dimension batch;
  private int origin = NO_ORIGIN;
  private String nodeDoc = "";

  /** Begins an empty graph, whose initializers are taken from {@code weights}. */
  OnnxGraph(String name, String doc, Weights weights, OnnxOptions options) {
    this.weights = weights;
    this.precision = options.precision();
    this.batch =
        options.batch() == 0
            ? Dimension.newBuilder().setDimParam(OnnxBackend.BATCH).build()
            : Dimension.newBuilder().setDimValue(options.batch()).build();
    graph.setName(name);
    if (!doc.isEmpty()) {
      graph.setDocString(doc);
    }
  }

  /** What it came to, without its {@link #tensors}. */
  GraphProto build() {
    return graph.build();
  }

  /** The initializers whose numbers are not in the graph. */
  List<StoredTensor> tensors() {
    return tensors;
  }

  /** For each of its nodes the id of the network's node that it computes, or {@link #NO_ORIGIN}. */
  List<Integer> origins() {
    return origins;
  }

  /**
   * Says what the nodes to come are for.
   *
   * @param node id of the network's node that they compute
   * @param doc what they are part of; empty for nothing to say
   */
  void begin(int node, String doc) {
    origin = node;
    nodeDoc = doc;
  }

  /** The type of the values inside. */
  Precision precision() {
    return precision;
  }

  /** Declares the value that comes in. */
  void input(String name, int type, Shape shape) {
    define(name);
    graph.addInput(batched(name, type, shape));
  }

  /** Declares a value that goes out, a float that a node to come writes. */
  void output(String name, Shape shape) {
    outputs.add(name);
    graph.addOutput(batched(name, TensorProto.DataType.FLOAT_VALUE, shape));
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
    node(name, operator, inputs, output, precision.type(), shape, attributes);
  }

  /** Adds a node whose value is of another type than those inside. */
  void node(
      String name,
      String operator,
      List<String> inputs,
      String output,
      int type,
      Shape shape,
      List<AttributeProto> attributes) {
    add(name, operator, inputs, batched(output, type, shape), attributes);
  }

  /** Adds a node that computes on constants alone: its value has no batch. */
  void constantNode(String name, String operator, List<String> inputs, Shape shape) {
    ValueInfoProto value =
        typed(name, precision.type(), shape.dimensions().stream().map(Integer::longValue).toList());
    add(name, operator, inputs, value, List.of());
  }

  /** Adds a node whose value is a list of whole numbers. */
  void vectorNode(
      String name, String operator, List<String> inputs, int size, AttributeProto... attributes) {
    ValueInfoProto value = typed(name, TensorProto.DataType.INT64_VALUE, List.of((long) size));
    add(name, operator, inputs, value, List.of(attributes));
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
    NodeProto.Builder node =
        graph
            .addNodeBuilder()
            .setName(name)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(value.getName())
            .addAllAttribute(attributes);
    if (!nodeDoc.isEmpty()) {
      node.setDocString(nodeDoc);
    }
    origins.add(origin);
    if (!outputs.contains(value.getName())) {
      graph.addValueInfo(value);
    }
  }

  /** The initializer of the parameter at {@code path}, added when it is first asked for. */
  String parameter(String path, Shape shape) {
    if (valueNames.add(path)) {
      tensors.add(new StoredTensor(path, shape, precision, () -> weights.get(path)));
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

  /** A constant list of floats, whatever the precision: of what is no value of the network. */
  String reals(String name, float... values) {
    return reals(name, Shape.of(values.length), Precision.FP32, values);
  }

  /** A constant number; one for all that ask for it. */
  String real(double value) {
    return reals("/number_" + (float) value, Shape.of(), precision, (float) value);
  }

  /** Constant numbers, added when they are first asked for under that name. */
  String reals(String name, Shape shape, Precision type, float... values) {
    if (valueNames.add(name)) {
      ByteBuffer bytes = littleEndian(values.length * type.bytes());
      type.put(bytes, values, 0, values.length, name);
      TensorProto.Builder constant =
          TensorProto.newBuilder()
              .setName(name)
              .setDataType(type.type())
              .setRawData(UnsafeByteOperations.unsafeWrap(bytes.rewind()));
      shape.dimensions().forEach(constant::addDims);
      graph.addInitializer(constant);
    }
    return name;
  }

  private void define(String value) {
    if (!valueNames.add(value)) {
      throw new IllegalStateException("two ONNX values are called " + value);
    }
  }

  private static ByteBuffer littleEndian(int capacity) {
    return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  private ValueInfoProto batched(String name, int type, Shape shape) {
    ValueInfoProto.Builder value =
        typed(name, type, shape.dimensions().stream().map(Integer::longValue).toList()).toBuilder();
    value.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().addDim(0, batch);
    return value.build();
  }

  /** A value of a type and of dimensions, all known. */
  static ValueInfoProto typed(String name, int type, List<Long> dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    dimensions.forEach(size -> shape.addDim(Dimension.newBuilder().setDimValue(size)));
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
        .build();
  }
}
