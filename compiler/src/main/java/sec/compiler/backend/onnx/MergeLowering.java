package sec.compiler.backend.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;

/** Lowers what joins several values. */
final class MergeLowering {
  private MergeLowering() {}

  static void concat(Site site, Primitive.Concat concat) {
    site.result("Concat", site.inputs(), Attributes.integer("axis", concat.axis() + 1));
  }

  /** ONNX joins two at a time, so more fold from the left. */
  static void elementwise(Site site, Primitive.Elementwise merge) {
    String operator =
        switch (merge) {
          case ADD -> "Add";
          case MUL -> "Mul";
          case SUB -> "Sub";
          case DIV -> "Div";
          case MAX -> "Max";
        };
    List<String> values = ofOneRank(site);
    if (values.size() == 1) {
      site.result("Identity", values);
      return;
    }
    int rank = site.node().shape().rank();
    String folded = values.getFirst();
    Shape shape = ofRank(site.shapes().getFirst(), rank);
    for (int i = 1; i < values.size() - 1; i++) {
      shape = broadcast(shape, ofRank(site.shapes().get(i), rank));
      folded = site.step("fold" + i, operator, List.of(folded, values.get(i)), shape);
    }
    site.result(operator, List.of(folded, values.getLast()));
  }

  /**
   * The values with dimensions of 1 behind, where they have fewer than the result: ONNX aligns
   * shapes at their last dimension, the language at the channels.
   */
  private static List<String> ofOneRank(Site site) {
    int rank = site.node().shape().rank();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < site.inputs().size(); i++) {
      String value = site.inputs().get(i);
      Shape shape = site.shapes().get(i);
      if (shape.rank() < rank) {
        // The batch is axis 0, so the first axis to add is one past the sample's rank.
        String axes = axes(site.graph(), IntStream.rangeClosed(shape.rank() + 1, rank).toArray());
        value = site.step("unsqueeze" + i, "Unsqueeze", List.of(value, axes), ofRank(shape, rank));
      }
      values.add(value);
    }
    return values;
  }

  private static String axes(OnnxGraph graph, int... axes) {
    String name =
        IntStream.of(axes).mapToObj(String::valueOf).collect(Collectors.joining("_", "/axes_", ""));
    return graph.integers(name, IntStream.of(axes).asLongStream().toArray());
  }

  private static Shape ofRank(Shape shape, int rank) {
    List<Integer> dimensions = new ArrayList<>(shape.dimensions());
    while (dimensions.size() < rank) {
      dimensions.add(1);
    }
    return new Shape(dimensions);
  }

  private static Shape broadcast(Shape a, Shape b) {
    return new Shape(
        IntStream.range(0, a.rank()).mapToObj(i -> Math.max(a.get(i), b.get(i))).toList());
  }
}
