package sec.compiler.weights;

import sec.compiler.operators.Shape;

/**
 * Numbers in row-major order.
 *
 * @param shape their dimensions
 * @param values as many as the product of the dimensions; not copied, so that a network's weights
 *     stand in memory once: treat them as read-only
 */
@SuppressWarnings("ArrayRecordComponent") // never compared whole
public record Tensor(Shape shape, float[] values) {

  /** Checks that numbers and dimensions agree. */
  public Tensor {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(values.length + " numbers do not fill the shape " + shape);
    }
  }
}
