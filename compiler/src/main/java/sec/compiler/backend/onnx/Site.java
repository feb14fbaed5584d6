package sec.compiler.backend.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.operators.Shape;

/**
 * One node of a network on its way into an ONNX graph. The ONNX node that computes its result has
 * its path as name; those on the way there add {@code /} and a word, which no path has.
 *
 * @param graph where it goes
 * @param node what is lowered
 * @param inputs names of the values it reads
 * @param shapes of those values, batch left out
 * @param output name of its value
 */
record Site(OnnxGraph graph, Node node, List<String> inputs, List<Shape> shapes, String output) {

  /** The only or first value it reads. */
  String input() {
    return inputs.getFirst();
  }

  /** The names of its parameters as initializers, in their order. */
  List<String> parameters() {
    return node.parameters().stream()
        .map(parameter -> graph.parameter(parameter.path(), parameter.shape()))
        .toList();
  }

  /**
   * A parameter with axes of 1 added, so that it broadcasts or fits an operator that wants more.
   *
   * @param i its place among the parameters
   * @param axes to add, of the result
   */
  String unsqueezed(int i, long... axes) {
    Parameter parameter = node.parameters().get(i);
    String tensor = graph.parameter(parameter.path(), parameter.shape());
    List<Integer> dimensions = new ArrayList<>(parameter.shape().dimensions());
    for (long axis : axes) {
      dimensions.add((int) axis, 1);
    }
    String name = local("parameter" + i);
    String added = graph.integers(name + "/axes", axes);
    graph.constantNode(name, "Unsqueeze", List.of(tensor, added), new Shape(dimensions));
    return name;
  }

  /** A parameter with one number for each channel, so that it broadcasts over a value's places. */
  String perChannel(int i) {
    int rank = node.shape().rank();
    return rank == 1 ? parameters().get(i) : unsqueezed(i, LongStream.range(1, rank).toArray());
  }

  /** Adds the ONNX node that computes the result. */
  void result(String operator, List<String> operands, AttributeProto... attributes) {
    graph.node(node.path(), operator, operands, output, node.shape(), List.of(attributes));
  }

  /** Adds an ONNX node on the way to the result; returns its value. */
  String step(
      String word,
      String operator,
      List<String> operands,
      Shape shape,
      AttributeProto... attributes) {
    String name = local(word);
    graph.node(name, operator, operands, name, shape, List.of(attributes));
    return name;
  }

  /** A name of its own for something on the way to the result. */
  String local(String word) {
    return node.path() + "/" + word;
  }
}
