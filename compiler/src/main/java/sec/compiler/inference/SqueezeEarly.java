package sec.compiler.inference;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;

/**
 * The mean over places of what a 1x1 convolution gives is that convolution of the mean of what it
 * reads: {@code mean(W z + b) = W mean(z) + b}. So where a squeeze goes into fully connected layers
 * alone, these take in the convolution's matrix, and the mean is of the narrower map, which is read
 * once less after it has become wide.
 */
final class SqueezeEarly {
  private SqueezeEarly() {}

  static void apply(Editor editor) {
    Readers readers = editor.readers();
    for (Node pool : editor.nodes()) {
      if (pool.primitive() == Primitive.GlobalPool.AVERAGE && fits(editor, pool, readers)) {
        Node conv = editor.input(pool);
        List<Node> narrow = List.of(editor.input(conv));
        Node early = editor.add(pool, pool.path(), pool.primitive(), narrow, List.of());
        readers.of(pool).forEach(reader -> compose(editor, reader, conv, early));
      }
    }
  }

  private static boolean fits(Editor editor, Node pool, Readers readers) {
    Node conv = editor.input(pool);
    return PointwiseConv.is(conv)
        && editor.input(conv).shape().channels() < conv.shape().channels()
        && readers.of(conv).size() > 1
        && !readers.isResult(pool)
        && readers.of(pool).stream().allMatch(SqueezeEarly::isFull);
  }

  private static boolean isFull(Node node) {
    return node.primitive() instanceof Primitive.Linear linear && linear.groups() == 1;
  }

  /** Has {@code reader} read {@code early} instead of the mean of what {@code conv} gives. */
  private static void compose(Editor editor, Node reader, Node conv, Node early) {
    LinearLayer first = layer(conv, editor);
    LinearLayer second = layer(reader, editor);
    int in = early.shape().channels();
    Supplier<float[]> weight =
        () -> product(second.weights().get().values(), first.weights().get().values(), in);
    Supplier<float[]> bias =
        () -> shifted(second.weights().get().values(), first.bias(), second.bias());
    Parameter before = reader.parameters().getFirst();
    Parameter composed = editor.instead(before, reader, Shape.of(second.channels(), in), weight);
    Parameter shift =
        reader.parameters().size() > 1
            ? editor.instead(reader.parameters().get(1), reader, Shape.of(second.channels()), bias)
            : editor.parameter(reader, "bias", Shape.of(second.channels()), bias);
    Node substitute =
        editor.add(
            reader, reader.path(), second.biased(), List.of(early), List.of(composed, shift));
    editor.replace(reader, substitute);
  }

  private static LinearLayer layer(Node node, Editor editor) {
    LinearLayer layer = LinearLayer.of(node, editor);
    if (layer == null) {
      throw new IllegalArgumentException("no layer: " + node);
    }
    return layer;
  }

  /** {@code a b}, of which {@code b} has {@code columns}; rows are independent. */
  private static float[] product(float[] a, float[] b, int columns) {
    int shared = b.length / columns;
    float[] product = new float[a.length / shared * columns];
    IntStream.range(0, a.length / shared)
        .parallel()
        .forEach(
            row -> {
              double[] sums = new double[columns];
              for (int k = 0; k < shared; k++) {
                double factor = a[row * shared + k];
                for (int column = 0; column < columns; column++) {
                  sums[column] += factor * b[k * columns + column];
                }
              }
              for (int column = 0; column < columns; column++) {
                product[row * columns + column] = (float) sums[column];
              }
            });
    return product;
  }

  /** {@code a x + y}. */
  private static float[] shifted(float[] a, double[] x, double[] y) {
    float[] shifted = new float[y.length];
    for (int row = 0; row < y.length; row++) {
      double sum = y[row];
      for (int k = 0; k < x.length; k++) {
        sum += a[row * x.length + k] * x[k];
      }
      shifted[row] = (float) sum;
    }
    return shifted;
  }
}
