package sec.cli;

import sec.compiler.operators.Shape;
import sec.runtime.data.ImageData;

/** The shape of a data set's images, as networks speak of shapes. */
final class DataShapes {
  private DataShapes() {}

  static Shape image(ImageData data) {
    return Shape.of(data.train().channels(), data.train().height(), data.train().width());
  }
}
