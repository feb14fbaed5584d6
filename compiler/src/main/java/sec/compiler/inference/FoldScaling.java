package sec.compiler.inference;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import sec.compiler.ir.Node;
import sec.compiler.operators.Pointwise;
import sec.compiler.operators.Primitive;
import sec.compiler.weights.Tensor;

/** Makes what multiplies and shifts each channel by known numbers part of the layer before it. */
final class FoldScaling {
  private FoldScaling() {}

  static boolean isBatchNorm(Node node) {
    return node.primitive() instanceof Primitive.BatchNorm;
  }

  static boolean isConstant(Node node) {
    return node.primitive() instanceof Pointwise.Affine
        || node.primitive() instanceof Pointwise.ChannelAffine;
  }

  /** Folds what {@code which} says, again until nothing is left to fold. */
  static void apply(Editor editor, Predicate<Node> which) {
    boolean changed = true;
    while (changed) {
      changed = false;
      Readers readers = editor.readers();
      for (Node node : editor.nodes()) {
        if (which.test(node)) {
          Node before = editor.input(node);
          LinearLayer layer = readers.isReadOnce(before) ? LinearLayer.of(before, editor) : null;
          if (layer != null) {
            fold(editor, node, layer);
            changed = true;
          }
        }
      }
    }
  }

  private static void fold(Editor editor, Node node, LinearLayer layer) {
    Scaling scaling = scaling(editor, node, layer.channels());
    Supplier<float[]> weight = () -> layer.scaledWeight(scaling.factors().get());
    Supplier<float[]> bias =
        () -> {
          double[] factors = scaling.factors().get();
          double[] terms = scaling.terms().get();
          double[] values = layer.bias();
          float[] folded = new float[values.length];
          for (int c = 0; c < folded.length; c++) {
            folded[c] = (float) (values[c] * factors[c] + terms[c]);
          }
          return folded;
        };
    editor.replace(node, layer.with(editor, layer.node(), weight, bias));
  }

  /**
   * What a node does to each channel.
   *
   * @param factors by which it is multiplied
   * @param terms what is added then
   */
  private record Scaling(Supplier<double[]> factors, Supplier<double[]> terms) {}

  private static Scaling scaling(Editor editor, Node node, int channels) {
    List<Supplier<Tensor>> own = node.parameters().stream().map(editor::tensor).toList();
    return switch (node.primitive()) {
      case Pointwise.Affine(double scale, double shift) ->
          new Scaling(() -> filled(channels, scale), () -> filled(channels, shift));
      case Pointwise.ChannelAffine ignored ->
          new Scaling(() -> values(own.get(0)), () -> values(own.get(1)));
      case Primitive.BatchNorm bn ->
          new Scaling(() -> factors(own, bn.eps()), () -> terms(own, bn.eps()));
      default -> throw new IllegalArgumentException("no scaling: " + node);
    };
  }

  /** Weight by deviation. */
  private static double[] factors(List<Supplier<Tensor>> own, double eps) {
    double[] factors = values(own.get(0));
    double[] variances = values(own.get(3));
    for (int c = 0; c < factors.length; c++) {
      factors[c] /= Math.sqrt(variances[c] + eps);
    }
    return factors;
  }

  private static double[] terms(List<Supplier<Tensor>> own, double eps) {
    double[] factors = factors(own, eps);
    double[] terms = values(own.get(1));
    double[] means = values(own.get(2));
    for (int c = 0; c < terms.length; c++) {
      terms[c] -= means[c] * factors[c];
    }
    return terms;
  }

  private static double[] filled(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return values;
  }

  private static double[] values(Supplier<Tensor> tensor) {
    return LinearLayer.doubles(tensor.get().values());
  }
}
