package sec.compiler.backend.onnx;

import java.util.List;
import java.util.Locale;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.onnx.TensorProto;
import sec.compiler.operators.Shape;
import sec.compiler.weights.ChannelScaling;

/**
 * What stands between a network and those who call its graph: an image's bytes become what the
 * network reads, and its result what is asked for. Floats come in and go out whatever is inside.
 */
final class Boundary {
  private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
  private static final float LEVELS = 255;

  private final OnnxGraph graph;
  private final OnnxOptions options;
  private final boolean casts;

  Boundary(OnnxGraph graph, OnnxOptions options) {
    this.graph = graph;
    this.options = options;
    this.casts = options.precision() != Precision.FP32;
  }

  /** Adds the graph's input and what prepares it; returns the value that the network reads. */
  String input(Shape shape) {
    String value = OnnxBackend.INPUT;
    if (options.preprocess()) {
      value = image(shape);
    } else {
      graph.input(value, FLOAT, shape);
    }
    return casts ? cast(value, value + "/" + name(options.precision()), shape) : value;
  }

  /** The bytes are turned first, when they are a quarter of the floats. */
  private String image(Shape shape) {
    String input = OnnxBackend.INPUT;
    int bytes = TensorProto.DataType.UINT8_VALUE;
    graph.input(input, bytes, Shape.of(shape.height(), shape.width(), shape.channels()));
    String planes = input + "/planes";
    graph.node(
        planes,
        "Transpose",
        List.of(input),
        planes,
        bytes,
        shape,
        List.of(Attributes.integers("perm", 0, 3, 1, 2)));
    String levels = input + "/levels";
    graph.node(levels, "Cast", List.of(planes), levels, FLOAT, shape, List.of(to(FLOAT)));
    ChannelScaling scaling = options.card().scaling();
    if (scaling == null) {
      throw new IllegalStateException("the options have no scaling");
    }
    String centred = floats("centred", "Sub", levels, shape, scaling.mean(), LEVELS);
    return floats("scaled", "Div", centred, shape, scaling.std(), LEVELS);
  }

  private String floats(
      String word, String operator, String value, Shape shape, List<Float> numbers, float factor) {
    String name = OnnxBackend.INPUT + "/" + word;
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i) * factor;
    }
    Shape channels = Shape.of(values.length, 1, 1);
    String constant = graph.reals(name + "/by", channels, Precision.FP32, values);
    graph.node(name, operator, List.of(value, constant), name, FLOAT, shape, List.of());
    return name;
  }

  /** The name that the network's result has to have for {@link #result}. */
  String resultName() {
    return casts ? OnnxBackend.OUTPUT + "/" + name(options.precision()) : OnnxBackend.OUTPUT;
  }

  /** Declares the graph's main output; before its nodes are added. */
  void declareResult(Shape shape) {
    graph.output(options.softmax() ? OnnxBackend.PROBABILITIES : OnnxBackend.OUTPUT, shape);
  }

  /** Adds what comes after the network's result, the value {@code name}. */
  void result(String name, Shape shape) {
    String logits = OnnxBackend.OUTPUT;
    if (!name.equals(logits)) {
      copy(name, logits, shape);
    }
    if (options.softmax()) {
      String probabilities = OnnxBackend.PROBABILITIES;
      graph.node(
          probabilities + "/softmax",
          "Softmax",
          List.of(logits),
          probabilities,
          FLOAT,
          shape,
          List.of(Attributes.integer("axis", 1)));
    }
  }

  /** Gives a value under another name: one that others may read, too. */
  void copy(String value, String name, Shape shape) {
    if (casts && !value.equals(OnnxBackend.INPUT)) {
      graph.node(name + "/cast", "Cast", List.of(value), name, FLOAT, shape, List.of(to(FLOAT)));
    } else {
      graph.node(name + "/identity", "Identity", List.of(value), name, FLOAT, shape, List.of());
    }
  }

  private String cast(String value, String name, Shape shape) {
    int type = options.precision().type();
    graph.node(name, "Cast", List.of(value), name, type, shape, List.of(to(type)));
    return name;
  }

  private static AttributeProto to(int type) {
    return Attributes.integer("to", type);
  }

  private static String name(Precision precision) {
    return precision.name().toLowerCase(Locale.ROOT);
  }
}
