package sec.runtime.pipeline;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.runtime.data.Levels;
import sec.runtime.data.Pixels;

/** Pillow's own levels, recorded by {@code bench/peers/transforms.py}. */
class TransformPeersTest {
  private static final int HEIGHT = 13;
  private static final int WIDTH = 17;

  @TestFactory
  List<DynamicTest> areThoseOfPillow() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                requireNonNull(TransformPeersTest.class.getResourceAsStream("pillow.csv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split(",", -1))
          .map(cells -> DynamicTest.dynamicTest(cells[0], () -> check(cells)))
          .toList();
    }
  }

  private static void check(String[] cells) {
    String[] words = cells[0].split(" ", -1);
    Pixels image = pattern();
    change(image, words);
    // Pillow cuts off what this rounds, but for scaling, where both round.
    int most = words[0].equals("scale") || words[0].equals("pattern") ? 0 : 1;
    Levels.assertNear(cells[1], cells[2], cells[3], most, image);
  }

  private static void change(Pixels image, String[] words) {
    switch (words[0]) {
      case "scale" -> {
        int[] n = IntStream.range(1, 7).map(i -> Integer.parseInt(words[i])).toArray();
        Resampling.scale(image, n[0], n[1], n[2], n[3], n[4], n[5]);
      }
      case "brightness" -> ColourJitter.brighten(image, Double.parseDouble(words[1]));
      case "contrast" -> ColourJitter.contrast(image, Double.parseDouble(words[1]));
      case "saturation" -> ColourJitter.saturate(image, Double.parseDouble(words[1]));
      case "hue" -> ColourJitter.turnHue(image, Double.parseDouble(words[1]));
      default -> assertEquals("pattern", words[0]);
    }
  }

  private static Pixels pattern() {
    Pixels image = new Pixels();
    byte[] bytes = image.reset(3, HEIGHT, WIDTH);
    for (int i = 0; i < bytes.length; i++) {
      int channel = i / (HEIGHT * WIDTH);
      int row = i / WIDTH % HEIGHT;
      int column = i % WIDTH;
      int sum = 37 * channel + 11 * row * row + 23 * column + 5 * row * column * (channel + 1);
      bytes[i] = (byte) (sum % 256);
    }
    return image;
  }
}
