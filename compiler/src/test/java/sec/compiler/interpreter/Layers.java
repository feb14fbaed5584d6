package sec.compiler.interpreter;

import java.util.List;
import sec.compiler.operators.ChannelConv;
import sec.compiler.operators.ConvTranspose;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.operators.Window;
import sec.compiler.weights.Tensor;

/** The definitions of what has parameters. */
final class Layers {
  private Layers() {}

  /**
   * y[o, i, j] = bias[o] + sum over c, u, v of w[o, c, u, v] x[c, i s - p + u d, j s - p + v d].
   */
  static Batch conv(Primitive.Conv conv, Batch x, List<Tensor> tensors) {
    Window v = conv.vertical();
    Window h = conv.horizontal();
    Shape shape = Shape.of(conv.out(), places(x.shape().height(), v), places(x.shape().width(), h));
    Batch y = Batch.zeros(x.size(), shape);
    for (int n = 0; n < x.size(); n++) {
      for (int o = 0; o < conv.out(); o++) {
        double bias = conv.bias() ? tensors.get(1).values()[o] : 0;
        for (int i = 0; i < shape.height(); i++) {
          for (int j = 0; j < shape.width(); j++) {
            y.set(n, o, i, j, bias + correlation(conv, x, tensors.getFirst(), n, o, i, j));
          }
        }
      }
    }
    return y;
  }

  private static int places(int size, Window w) {
    return (size + 2 * w.pad() - w.dilation() * (w.kernel() - 1) - 1) / w.stride() + 1;
  }

  private static double correlation(
      Primitive.Conv conv, Batch x, Tensor weight, int n, int o, int i, int j) {
    Window v = conv.vertical();
    Window h = conv.horizontal();
    int channels = x.shape().channels() / conv.groups();
    int first = o / (conv.out() / conv.groups()) * channels;
    double sum = 0;
    for (int c = 0; c < channels; c++) {
      for (int a = 0; a < v.kernel(); a++) {
        for (int b = 0; b < h.kernel(); b++) {
          int row = i * v.stride() - v.pad() + a * v.dilation();
          int column = j * h.stride() - h.pad() + b * h.dilation();
          if (row >= 0 && row < x.shape().height() && column >= 0 && column < x.shape().width()) {
            int at = ((o * channels + c) * v.kernel() + a) * h.kernel() + b;
            sum += weight.values()[at] * x.at(n, first + c, row, column);
          }
        }
      }
    }
    return sum;
  }

  /**
   * Every x[c, i, j] adds x w[c, o, u, v] to y[o, i s - p + u d, j s - p + v d], where that exists.
   */
  static Batch transposed(ConvTranspose conv, Batch x, List<Tensor> tensors) {
    Window v = conv.vertical();
    Window h = conv.horizontal();
    Shape shape =
        Shape.of(
            conv.out(),
            spread(x.shape().height(), v) + conv.outputPad().get(0),
            spread(x.shape().width(), h) + conv.outputPad().get(1));
    int in = x.shape().channels() / conv.groups();
    int out = conv.out() / conv.groups();
    Batch y = Batch.zeros(x.size(), shape);
    for (int n = 0; n < x.size(); n++) {
      for (int c = 0; c < x.shape().channels(); c++) {
        for (int o = 0; o < out; o++) {
          scatter(conv, x, tensors.getFirst(), y, new int[] {n, c, o, c / in * out + o});
        }
      }
    }
    return conv.bias() ? biased(y, tensors.get(1)) : y;
  }

  private static int spread(int size, Window w) {
    return (size - 1) * w.stride() - 2 * w.pad() + w.dilation() * (w.kernel() - 1) + 1;
  }

  /** Sample, input channel, output channel in its group, and among all. */
  private static void scatter(ConvTranspose conv, Batch x, Tensor weight, Batch y, int[] at) {
    Window v = conv.vertical();
    Window h = conv.horizontal();
    int out = conv.out() / conv.groups();
    for (int i = 0; i < x.shape().height(); i++) {
      for (int j = 0; j < x.shape().width(); j++) {
        for (int a = 0; a < v.kernel(); a++) {
          for (int b = 0; b < h.kernel(); b++) {
            int row = i * v.stride() - v.pad() + a * v.dilation();
            int column = j * h.stride() - h.pad() + b * h.dilation();
            boolean inside = row >= 0 && row < y.shape().height() && column >= 0;
            if (inside && column < y.shape().width()) {
              int w = ((at[1] * out + at[2]) * v.kernel() + a) * h.kernel() + b;
              double more = weight.values()[w] * x.at(at[0], at[1], i, j);
              y.set(at[0], at[3], row, column, y.at(at[0], at[3], row, column) + more);
            }
          }
        }
      }
    }
  }

  private static Batch biased(Batch y, Tensor bias) {
    return Batch.of(y.size(), y.shape(), (n, place) -> y.at(n, place) + bias.values()[place[0]]);
  }

  /** y[c] = bias + sum over u of w[u] x[c - (k - 1)/2 + u], nothing past the ends. */
  static Batch alongChannels(ChannelConv conv, Batch x, List<Tensor> tensors) {
    return Batch.of(
        x.size(),
        x.shape(),
        (n, place) -> {
          double sum = conv.bias() ? tensors.get(1).values()[0] : 0;
          for (int u = 0; u < conv.kernel(); u++) {
            int c = place[0] - (conv.kernel() - 1) / 2 + u;
            if (c >= 0 && c < x.shape().channels()) {
              sum += tensors.getFirst().values()[u] * x.at(n, c, 0, 0);
            }
          }
          return sum;
        });
  }

  /** y[o] = bias[o] + sum over the inputs c of o's group of w[o, c] x[c]. */
  static Batch linear(Primitive.Linear linear, Batch x, List<Tensor> tensors) {
    int in = x.shape().channels() / linear.groups();
    return Batch.of(
        x.size(),
        Shape.of(linear.out()),
        (n, place) -> {
          int o = place[0];
          int first = o / (linear.out() / linear.groups()) * in;
          double sum = linear.bias() ? tensors.get(1).values()[o] : 0;
          for (int c = 0; c < in; c++) {
            sum += tensors.getFirst().values()[o * in + c] * x.at(n, first + c, 0, 0);
          }
          return sum;
        });
  }

  /** y = weight (x - mean)/sqrt(variance + eps) + bias, for each channel. */
  static Batch batchNorm(
      Primitive.BatchNorm bn, Batch x, List<Tensor> tensors, Interpreter.Mode mode) {
    Batch y = Batch.zeros(x.size(), x.shape());
    for (int c = 0; c < x.shape().channels(); c++) {
      double mean = tensors.get(2).values()[c];
      double variance = tensors.get(3).values()[c];
      if (mode == Interpreter.Mode.TRAINING) {
        mean = mean(x, c, 0, 1);
        variance = mean(x, c, mean, 2);
      }
      double scale = tensors.get(0).values()[c] / Math.sqrt(variance + bn.eps());
      double bias = tensors.get(1).values()[c];
      for (int n = 0; n < x.size(); n++) {
        for (int i = 0; i < x.shape().height(); i++) {
          for (int j = 0; j < x.shape().width(); j++) {
            y.set(n, c, i, j, scale * (x.at(n, c, i, j) - mean) + bias);
          }
        }
      }
    }
    return y;
  }

  /** The mean over batch, H and W of (x - centre)^power in channel {@code c}. */
  private static double mean(Batch x, int c, double centre, int power) {
    double sum = 0;
    for (int n = 0; n < x.size(); n++) {
      for (int i = 0; i < x.shape().height(); i++) {
        for (int j = 0; j < x.shape().width(); j++) {
          sum += Math.pow(x.at(n, c, i, j) - centre, power);
        }
      }
    }
    return sum / ((double) x.size() * x.shape().height() * x.shape().width());
  }
}
