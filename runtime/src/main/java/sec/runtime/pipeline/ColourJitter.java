package sec.runtime.pipeline;

import java.util.List;
import sec.runtime.data.Pixels;
import sec.runtime.data.SplitMix64;

/**
 * Brightness, contrast, saturation and hue changed, in an order that is drawn, too. Factors are
 * drawn from {@code 1 - x} to {@code 1 + x}, not below 0.
 *
 * @param brightness the range of its factor
 * @param contrast the range of its factor
 * @param saturation the range of its factor
 * @param hue the most that hues turn in either direction, of a whole turn
 */
record ColourJitter(double brightness, double contrast, double saturation, double hue)
    implements Transform.OfPixels {
  static final TransformKind KIND =
      new TransformKind(
          "colour-jitter",
          "changes brightness, contrast and saturation by factors up to 1 + x, and turns hues",
          List.of(
              TransformKind.Parameter.factor("brightness", 0.4, 0, 10),
              TransformKind.Parameter.factor("contrast", 0.4, 0, 10),
              TransformKind.Parameter.factor("saturation", 0.4, 0, 10),
              TransformKind.Parameter.factor("hue", 0, 0, 0.5)),
          numbers -> new ColourJitter(numbers[0], numbers[1], numbers[2], numbers[3]));

  private static final int CHANGES = 4;

  @Override
  public void apply(Pixels image, SplitMix64 random) {
    double brighter = factor(brightness, random);
    double starker = factor(contrast, random);
    double richer = factor(saturation, random);
    double turn = random.between(-hue, hue);
    int[] order = {0, 1, 2, 3};
    for (int left = CHANGES; left > 0; left--) {
      int drawn = random.nextInt(left);
      int change = order[drawn];
      order[drawn] = order[left - 1];
      switch (change) {
        case 0 -> brighten(image, brighter);
        case 1 -> contrast(image, starker);
        case 2 -> saturate(image, richer);
        default -> turnHue(image, turn);
      }
    }
  }

  private static double factor(double range, SplitMix64 random) {
    return random.between(Math.max(0, 1 - range), 1 + range);
  }

  /** Each level times the factor. */
  static void brighten(Pixels image, double factor) {
    blend(image, 0, factor);
  }

  /** Each level's distance from the image's mean grey times the factor. */
  static void contrast(Pixels image, double factor) {
    if (factor == 1) {
      return;
    }
    int plane = image.height() * image.width();
    long sum = 0;
    for (int i = 0; i < plane; i++) {
      sum += grey(image, i);
    }
    blend(image, (int) ((double) sum / plane + 0.5), factor);
  }

  private static void blend(Pixels image, int from, double factor) {
    if (factor == 1) {
      return;
    }
    byte[] byLevel = new byte[256];
    for (int level = 0; level < byLevel.length; level++) {
      byLevel[level] = rounded(from + factor * (level - from));
    }
    byte[] bytes = image.bytes();
    for (int i = 0; i < image.length(); i++) {
      bytes[i] = byLevel[Byte.toUnsignedInt(bytes[i])];
    }
  }

  /** Each level's distance from its pixel's grey times the factor. */
  static void saturate(Pixels image, double factor) {
    if (factor == 1) {
      return;
    }
    byte[] bytes = image.bytes();
    int plane = image.height() * image.width();
    for (int i = 0; i < plane; i++) {
      int grey = grey(image, i);
      for (int j = i; j < image.length(); j += plane) {
        bytes[j] = rounded(grey + factor * (Byte.toUnsignedInt(bytes[j]) - grey));
      }
    }
  }

  /** Turns each pixel's hue, of a whole turn; value and saturation (HSV) stay. */
  static void turnHue(Pixels image, double turn) {
    if (turn == 0 || image.channels() != COLOURS) {
      return;
    }
    byte[] bytes = image.bytes();
    int plane = image.height() * image.width();
    for (int i = 0; i < plane; i++) {
      int red = Byte.toUnsignedInt(bytes[i]);
      int green = Byte.toUnsignedInt(bytes[i + plane]);
      int blue = Byte.toUnsignedInt(bytes[i + 2 * plane]);
      int value = Math.max(red, Math.max(green, blue));
      int chroma = value - Math.min(red, Math.min(green, blue));
      if (chroma > 0) {
        double sixth = sixth(red, green, blue, value, chroma) + 6 * turn;
        bytes[i] = channel(5, sixth, value, chroma);
        bytes[i + plane] = channel(3, sixth, value, chroma);
        bytes[i + 2 * plane] = channel(1, sixth, value, chroma);
      }
    }
  }

  /** The hue, from -1 to 5: red is 0, green 2, blue 4. */
  private static double sixth(int red, int green, int blue, int value, int chroma) {
    if (value == red) {
      return (green - blue) / (double) chroma;
    }
    return value == green
        ? 2 + (blue - red) / (double) chroma
        : 4 + (red - green) / (double) chroma;
  }

  /** A channel of a hue: it falls from the value by the chroma as its own hue is left. */
  private static byte channel(int offset, double sixth, int value, int chroma) {
    double k = (offset + sixth + 12) % 6;
    return rounded(value - chroma * Math.clamp(Math.min(k, 4 - k), 0, 1));
  }

  /** A pixel's grey: what ITU-R BT.601 weighs its colours with. */
  private static int grey(Pixels image, int pixel) {
    byte[] bytes = image.bytes();
    if (image.channels() != COLOURS) {
      return Byte.toUnsignedInt(bytes[pixel]);
    }
    int plane = image.height() * image.width();
    int sum =
        299 * Byte.toUnsignedInt(bytes[pixel])
            + 587 * Byte.toUnsignedInt(bytes[pixel + plane])
            + 114 * Byte.toUnsignedInt(bytes[pixel + 2 * plane]);
    return (sum + 500) / 1000;
  }

  private static byte rounded(double level) {
    return (byte) Math.clamp(Math.round(level), 0, 255);
  }
}
