package sec.compiler.interpreter;

import sec.compiler.operators.Shape;

/**
 * The values of several samples in double precision, row-major.
 *
 * @param size how many samples
 * @param shape of one sample
 * @param values sample by sample; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared whole
public record Batch(int size, Shape shape, double[] values) {

  /** Checks that the numbers fill the samples. */
  public Batch {
    if (values.length != size * shape.size()) {
      throw new IllegalArgumentException(
          "%d numbers do not fill %d of %s".formatted(values.length, size, shape));
    }
  }

  static Batch zeros(int size, Shape shape) {
    return new Batch(size, shape, new double[Math.toIntExact(size * shape.size())]);
  }

  /** One element; {@code h} and {@code w} are 0 for a vector. */
  public double at(int n, int c, int h, int w) {
    return values[index(n, c, h, w)];
  }

  /** One number of a sample of any rank. */
  @FunctionalInterface
  interface Element {
    double at(int n, int[] place);
  }

  /** A batch of which every number is worked out by itself. */
  static Batch of(int size, Shape shape, Element element) {
    Batch y = zeros(size, shape);
    int[] place = new int[shape.rank()];
    for (int i = 0; i < y.values.length; i++) {
      y.values[i] = element.at(i / Math.toIntExact(shape.size()), place);
      for (int axis = place.length - 1; axis >= 0 && ++place[axis] == shape.get(axis); axis--) {
        place[axis] = 0;
      }
    }
    return y;
  }

  /** One element of a sample of any rank. */
  double at(int n, int[] place) {
    int index = n;
    for (int axis = 0; axis < place.length; axis++) {
      index = index * shape.get(axis) + place[axis];
    }
    return values[index];
  }

  void set(int n, int c, int h, int w, double value) {
    values[index(n, c, h, w)] = value;
  }

  private int index(int n, int c, int h, int w) {
    return ((n * shape.channels() + c) * shape.height() + h) * shape.width() + w;
  }

  /** The values rounded to float. */
  public float[] toFloats() {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
