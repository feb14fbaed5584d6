package sec.runtime.data;

/** One image of many, to look at. */
final class Images {
  private Images() {}

  static Pixels read(LabelledImages images, int image) {
    Pixels pixels = new Pixels();
    images.read(image, pixels);
    return pixels;
  }
}
