package sec.runtime.data;

/** The ways in which EXIF says that a camera was held, by their numbers there. */
final class Orientation {
  private static final int MIRRORED = 2;
  private static final int UPSIDE_DOWN = 3;
  private static final int MIRRORED_UPSIDE_DOWN = 4;
  private static final int TRANSPOSED = 5;
  private static final int TURN_RIGHT = 6;
  private static final int TRANSPOSED_THE_OTHER_WAY = 7;
  private static final int TURN_LEFT = 8;

  private Orientation() {}

  /** Turns an image upright; another number than 2 to 8 leaves it as it is. */
  static void apply(int orientation, Pixels image) {
    if (orientation < MIRRORED || orientation > TURN_LEFT) {
      return;
    }
    int height = image.height();
    int width = image.width();
    boolean lying = orientation >= TRANSPOSED;
    int newHeight = lying ? width : height;
    int newWidth = lying ? height : width;
    byte[] from = image.bytes();
    byte[] to = image.draft(image.channels(), newHeight, newWidth);
    int next = 0;
    for (int c = 0; c < image.channels(); c++) {
      for (int y = 0; y < newHeight; y++) {
        for (int x = 0; x < newWidth; x++) {
          int place = source(orientation, y, x, height, width);
          to[next++] = from[c * height * width + place];
        }
      }
    }
    image.turn(image.channels(), newHeight, newWidth);
  }

  /** Where in the file the pixel of row {@code y} and column {@code x} lies. */
  private static int source(int orientation, int y, int x, int height, int width) {
    int bottom = height - 1;
    int right = width - 1;
    return switch (orientation) {
      case MIRRORED -> y * width + right - x;
      case UPSIDE_DOWN -> (bottom - y) * width + right - x;
      case MIRRORED_UPSIDE_DOWN -> (bottom - y) * width + x;
      case TRANSPOSED -> x * width + y;
      case TURN_RIGHT -> (bottom - x) * width + y;
      case TRANSPOSED_THE_OTHER_WAY -> (bottom - x) * width + right - y;
      default -> x * width + right - y;
    };
  }
}
