package sec.compiler.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.ConvTranspose;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.weights.Tensor;

/**
 * A layer whose result is a sum of products with its weight, and a bias.
 *
 * @param node the layer
 * @param biased the same operator with a bias
 * @param channels of its result
 * @param weights its weight, when it is asked for
 * @param biases its bias, when it is asked for; null where it has none
 */
record LinearLayer(
    Node node,
    Primitive biased,
    int channels,
    Supplier<Tensor> weights,
    @Nullable Supplier<Tensor> biases) {

  /** {@code node} as a layer; null when it is none. */
  static @Nullable LinearLayer of(Node node, Editor editor) {
    Primitive biased =
        switch (node.primitive()) {
          case Primitive.Conv conv ->
              new Primitive.Conv(
                  conv.out(), conv.vertical(), conv.horizontal(), conv.groups(), true, conv.init());
          case Primitive.Linear linear ->
              new Primitive.Linear(linear.out(), linear.groups(), true, linear.init());
          case ConvTranspose conv ->
              new ConvTranspose(
                  conv.out(),
                  conv.vertical(),
                  conv.horizontal(),
                  conv.outputPad(),
                  conv.groups(),
                  true,
                  conv.init());
          default -> null;
        };
    if (biased == null) {
      return null;
    }
    List<Parameter> own = node.parameters();
    return new LinearLayer(
        node,
        biased,
        node.shape().channels(),
        editor.tensor(own.getFirst()),
        own.size() > 1 ? editor.tensor(own.get(1)) : null);
  }

  /** The weight with each output channel multiplied by its factor. */
  float[] scaledWeight(double[] factors) {
    Tensor weight = weights.get();
    float[] values = weight.values();
    float[] scaled = new float[values.length];
    boolean transposed = node.primitive() instanceof ConvTranspose;
    // Of a transposed convolution, [C, out/groups, kh, kw]: group g of C makes group g of out.
    int outer = weight.shape().get(0);
    int inner = transposed ? weight.shape().get(1) : 1;
    int size = values.length / outer / inner;
    int perGroup = transposed ? outer * inner / channels : 1;
    for (int i = 0; i < outer * inner; i++) {
      int channel = transposed ? i / inner / perGroup * inner + i % inner : i;
      for (int j = i * size; j < (i + 1) * size; j++) {
        scaled[j] = (float) (values[j] * factors[channel]);
      }
    }
    return scaled;
  }

  /** The bias, or zeros. */
  double[] bias() {
    return biases == null ? new double[channels] : doubles(biases.get().values());
  }

  /** The layer at the place of {@code place} with other numbers, which then has a bias. */
  Node with(Editor editor, Node place, Supplier<float[]> weight, Supplier<float[]> bias) {
    List<Parameter> own = node.parameters();
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(editor.instead(own.getFirst(), node, own.getFirst().shape(), weight));
    Shape perChannel = Shape.of(channels);
    parameters.add(
        own.size() > 1
            ? editor.instead(own.get(1), node, perChannel, bias)
            : editor.parameter(node, "bias", perChannel, bias));
    List<Node> inputs = node.inputs().stream().map(editor::node).toList();
    return editor.add(place, node.path(), biased, inputs, parameters);
  }

  static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
