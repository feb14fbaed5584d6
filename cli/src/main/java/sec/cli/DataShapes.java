package sec.cli;

import static java.util.Objects.requireNonNull;

import sec.compiler.operators.Shape;
import sec.runtime.data.ImageData;

/** The shape of a data set's images, as networks speak of shapes. */
final class DataShapes {
  private DataShapes() {}

  static Shape image(ImageData data) {
    return requireNonNull(data.shape());
  }
}
