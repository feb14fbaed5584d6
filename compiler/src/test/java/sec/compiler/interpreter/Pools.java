package sec.compiler.interpreter;

import java.util.function.ToDoubleBiFunction;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.operators.Window;

/**
 * The definitions of pooling. Source: PyTorch's documentation of {@code MaxPool2d} and {@code
 * AvgPool2d}.
 */
final class Pools {
  private Pools() {}

  /** The mean or maximum over H and W. */
  static Batch global(Primitive.GlobalPool pool, Batch x) {
    Batch y = Batch.zeros(x.size(), Shape.of(x.shape().channels()));
    int height = x.shape().height();
    int width = x.shape().width();
    for (int n = 0; n < x.size(); n++) {
      for (int c = 0; c < x.shape().channels(); c++) {
        double sum = 0;
        double maximum = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < height; i++) {
          for (int j = 0; j < width; j++) {
            sum += x.at(n, c, i, j);
            maximum = Math.max(maximum, x.at(n, c, i, j));
          }
        }
        double value =
            switch (pool) {
              case AVERAGE -> sum / (height * width);
              case MAXIMUM -> maximum;
            };
        y.set(n, c, 0, 0, value);
      }
    }
    return y;
  }

  /** The maximum of the elements of the map that the window sees. */
  static Batch maximum(Primitive.MaxPool pool, Batch x) {
    return slide(
        x,
        pool.vertical(),
        pool.horizontal(),
        (rows, columns) -> {
          double maximum = Double.NEGATIVE_INFINITY;
          for (int i = rows.from; i < rows.to; i += pool.vertical().dilation()) {
            for (int j = columns.from; j < columns.to; j += pool.horizontal().dilation()) {
              if (rows.inside(i) && columns.inside(j)) {
                maximum = Math.max(maximum, x.at(rows.sample, rows.channel, i, j));
              }
            }
          }
          return maximum;
        });
  }

  /** The sum of the map's elements in the window, by how many elements count. */
  static Batch average(Primitive.AvgPool pool, Batch x) {
    return slide(
        x,
        pool.vertical(),
        pool.horizontal(),
        (rows, columns) -> {
          double sum = 0;
          int counted = 0;
          for (int i = rows.from; i < rows.to; i++) {
            for (int j = columns.from; j < columns.to; j++) {
              if (rows.inside(i) && columns.inside(j)) {
                sum += x.at(rows.sample, rows.channel, i, j);
                counted++;
              } else if (pool.countIncludePad() && rows.padded(i) && columns.padded(j)) {
                counted++;
              }
            }
          }
          return sum / counted;
        });
  }

  /** One place of a window along one axis: the elements from {@code from} up to {@code to}. */
  private record Place(int sample, int channel, int from, int to, int size, int pad) {
    static Place of(int n, int c, int place, int size, Window window) {
      int from = place * window.stride() - window.pad();
      int to = from + window.dilation() * (window.kernel() - 1) + 1;
      return new Place(n, c, from, to, size, window.pad());
    }

    boolean inside(int i) {
      return i >= 0 && i < size;
    }

    boolean padded(int i) {
      return i >= -pad && i < size + pad;
    }
  }

  private static Batch slide(
      Batch x, Window vertical, Window horizontal, ToDoubleBiFunction<Place, Place> window) {
    int height = x.shape().height();
    int width = x.shape().width();
    Shape shape =
        Shape.of(x.shape().channels(), places(height, vertical), places(width, horizontal));
    Batch y = Batch.zeros(x.size(), shape);
    for (int n = 0; n < x.size(); n++) {
      for (int c = 0; c < shape.channels(); c++) {
        for (int i = 0; i < shape.height(); i++) {
          for (int j = 0; j < shape.width(); j++) {
            Place rows = Place.of(n, c, i, height, vertical);
            Place columns = Place.of(n, c, j, width, horizontal);
            y.set(n, c, i, j, window.applyAsDouble(rows, columns));
          }
        }
      }
    }
    return y;
  }

  /**
   * (size + 2 pad - dilation (kernel - 1) - 1)/stride + 1, rounded as asked; with {@code ceil},
   * "sliding windows are allowed to go off-bounds if they start within the left padding or the
   * input; those that would start in the right padded region are ignored".
   */
  private static int places(int size, Window w) {
    double exact =
        (size + 2 * w.pad() - w.dilation() * (w.kernel() - 1) - 1) / (double) w.stride() + 1;
    int places = (int) (w.ceil() ? Math.ceil(exact) : Math.floor(exact));
    boolean lastStartsPastInput = (places - 1) * w.stride() - w.pad() >= size;
    return w.ceil() && lastStartsPastInput ? places - 1 : places;
  }
}
