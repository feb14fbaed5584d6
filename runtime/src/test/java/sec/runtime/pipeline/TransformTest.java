package sec.runtime.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sec.compiler.operators.Shape;
import sec.runtime.data.Pixels;
import sec.runtime.data.SplitMix64;

/** Which pixels each transform makes, and how often it draws which. */
class TransformTest {
  private static final int DRAWS = 20_000;
  private static final Shape SHAPE = Shape.of(3, 6, 5);

  /** Level 1 + 5 row + column, in all channels; 0 is left for what is not of the image. */
  private static Pixels numbered(int height, int width) {
    Pixels image = new Pixels();
    byte[] bytes = image.reset(3, height, width);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (1 + i % (height * width));
    }
    return image;
  }

  /** Five deviations of the number of hits that are expected. */
  private static void assertShare(double share, double hits, double draws) {
    double deviation = Math.sqrt(draws * share * (1 - share));
    assertEquals(draws * share, hits, Math.max(5 * deviation, 1e-9), "of " + draws);
  }

  private static int[] channel(Pixels image, int channel) {
    int plane = image.height() * image.width();
    IntUnaryOperator level = i -> Byte.toUnsignedInt(image.bytes()[channel * plane + i]);
    return IntStream.range(0, plane).map(level).toArray();
  }

  @Test
  void padCropShiftsEachWayEquallyOftenAndBringsBlackIn() {
    int margin = 2;
    int[] counts = new int[25];
    for (int draw = 0; draw < DRAWS; draw++) {
      Pixels image = numbered(6, 5);
      new PadCrop(margin).apply(image, SplitMix64.keyed(1, draw));
      // The place of the level in the middle tells the shift.
      int[] levels = channel(image, 1);
      int place =
          IntStream.range(0, 30).filter(i -> levels[i] == 1 + 5 * 3 + 2).findFirst().orElse(-1);
      int down = place / 5 - 3;
      int right = place % 5 - 2;
      for (int i = 0; i < 30; i++) {
        int row = i / 5 - down;
        int column = i % 5 - right;
        boolean inside = row >= 0 && row < 6 && column >= 0 && column < 5;
        assertEquals(inside ? 1 + 5 * row + column : 0, levels[i]);
      }
      assertArrayEquals(levels, channel(image, 2));
      counts[(down + margin) * 5 + right + margin]++;
    }
    for (int count : counts) {
      assertShare(1 / 25.0, count, DRAWS);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 1})
  void flipMirrorsRowsAsOftenAsSaid(double chance) {
    int flipped = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      Pixels image = numbered(6, 5);
      new Flip(chance).apply(image, SplitMix64.keyed(2, draw));
      boolean mirrored = image.level(0, 0, 0) == 5;
      for (int row = 0; row < 6; row++) {
        for (int column = 0; column < 5; column++) {
          int own = 1 + 5 * row + column;
          assertEquals(mirrored ? 5 * row + 5 - column : own, image.level(2, row, column));
        }
      }
      flipped += mirrored ? 1 : 0;
    }
    assertShare(chance, flipped, DRAWS);
  }

  @ParameterizedTest
  @CsvSource({
    "375, 500, 256, 256, 256, 341", "500, 375, 256, 256, 341, 256", "10, 10, 4, 4, 4, 4",
    "3, 100, 8, 8, 8, 266", "40, 60, 30, 20, 30, 45", "7, 5, 7, 5, 7, 5"
  })
  void resizeKeepsProportions(int height, int width, int high, int wide, int rows, int columns) {
    Resize resize = new Resize(high, wide);
    Pixels image = new Pixels();
    Arrays.fill(image.reset(3, height, width), (byte) 77);
    resize.apply(image);
    assertEquals(Shape.of(3, rows, columns), resize.after(Shape.of(3, height, width)));
    assertEquals(rows, image.height());
    assertEquals(columns, image.width());
    for (int i = 0; i < image.length(); i++) {
      assertEquals(77, image.bytes()[i]);
    }
  }

  @Test
  void centreCropTakesTheMiddleAndPadsWhatIsSmaller() {
    Pixels large = numbered(6, 5);
    new CentreCrop(2, 3).apply(large);
    assertArrayEquals(new int[] {12, 13, 14, 17, 18, 19}, channel(large, 2));
    Pixels small = numbered(1, 2);
    new CentreCrop(3, 4).apply(small);
    assertArrayEquals(new int[] {0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0}, channel(small, 0));
  }

  @Test
  void randomResizedCropDrawsAreaAndProportionsAsSaid() {
    RandomResizedCrop crop = new RandomResizedCrop(8, 0.1, 0.5);
    int height = 400;
    int width = 500;
    int small = 0;
    int upright = 0;
    int above = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      RandomResizedCrop.Part part = crop.draw(height, width, SplitMix64.keyed(3, draw));
      double area = (double) part.height() * part.width() / (height * width);
      double ratio = (double) part.width() / part.height();
      assertTrue(area > 0.098 && area < 0.503, () -> "area " + area);
      assertTrue(ratio > 0.745 && ratio < 1.345, () -> "ratio " + ratio);
      assertTrue(part.top() >= 0 && part.top() + part.height() <= height);
      assertTrue(part.left() >= 0 && part.left() + part.width() <= width);
      small += area < 0.3 ? 1 : 0;
      upright += ratio < 1 ? 1 : 0;
      above += 2 * part.top() < height - part.height() ? 1 : 0;
    }
    assertShare(0.5, small, DRAWS);
    // Rounding to pixels makes some of either kind square.
    assertEquals(0.5, (double) upright / DRAWS, 0.02);
    assertEquals(0.5, (double) above / DRAWS, 0.02);
  }

  /** No part of such an image has proportions from 3:4 to 4:3 and a tenth of its area. */
  @Test
  void randomResizedCropTakesTheMiddleWhereNothingFits() {
    RandomResizedCrop.Part part =
        new RandomResizedCrop(8, 0.5, 1).draw(10, 300, SplitMix64.keyed(4));
    assertEquals(new RandomResizedCrop.Part(0, 143, 10, 13), part);
    Pixels image = new Pixels();
    Arrays.fill(image.reset(3, 10, 300), (byte) 9);
    new RandomResizedCrop(8, 0.5, 1).apply(image, SplitMix64.keyed(4));
    assertEquals(3 * 64, image.length());
    assertEquals(9, image.level(2, 7, 7));
  }

  /** A grey of 100 is as much brighter as the factor says; contrast and the rest leave it alone. */
  @Test
  void colourJitterDrawsItsFactorsEvenly() {
    ColourJitter jitter = new ColourJitter(0.4, 0, 0, 0.1);
    long sum = 0;
    int dark = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      Pixels image = new Pixels();
      Arrays.fill(image.reset(3, 2, 2), (byte) 100);
      jitter.apply(image, SplitMix64.keyed(5, draw));
      int level = image.level(0, 0, 0);
      assertEquals(level, image.level(2, 1, 1));
      assertTrue(level >= 60 && level <= 140, () -> "level " + level);
      sum += level;
      dark += level < 80 ? 1 : 0;
    }
    assertEquals(100, (double) sum / DRAWS, 5 * 80 / Math.sqrt(12.0 * DRAWS));
    assertShare(19.5 / 80, dark, DRAWS);
  }

  @Test
  void colourJitterOfNothingChangesNothing() {
    Pixels image = numbered(6, 5);
    byte[] before = image.toArray();
    new ColourJitter(0, 0, 0, 0).apply(image, SplitMix64.keyed(6));
    assertArrayEquals(before, image.toArray());
  }

  private static float[] ones(Shape shape) {
    float[] numbers = new float[(int) shape.size()];
    Arrays.fill(numbers, 1);
    return numbers;
  }

  /** The rectangle of zeros: top, left, height, width; the same in each channel. */
  private static int[] hole(float[] numbers, Shape shape) {
    int top = shape.height();
    int left = shape.width();
    int bottom = 0;
    int right = 0;
    int zeros = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == 0) {
        int row = i / shape.width() % shape.height();
        int column = i % shape.width();
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row + 1);
        right = Math.max(right, column + 1);
        zeros++;
      } else {
        assertEquals(1, numbers[i]);
      }
    }
    int[] hole = {top, left, Math.max(0, bottom - top), Math.max(0, right - left)};
    assertEquals(shape.channels() * hole[2] * hole[3], zeros, "a rectangle in every channel");
    return hole;
  }

  @Test
  void cutoutClearsASquareAroundAnyPlace() {
    int whole = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      float[] numbers = ones(SHAPE);
      new Cutout(3).apply(numbers, SHAPE, SplitMix64.keyed(7, draw));
      int[] hole = hole(numbers, SHAPE);
      assertTrue(hole[2] >= 2 && hole[2] <= 3 && hole[3] >= 2 && hole[3] <= 3);
      whole += hole[2] == 3 && hole[3] == 3 ? 1 : 0;
    }
    // Middles that are not on the border: 4 of 6 rows, 3 of 5 columns.
    assertShare(4 / 6.0 * 3 / 5, whole, DRAWS);
  }

  @Test
  void eraseClearsAsMuchAndAsOftenAsSaid() {
    Shape shape = Shape.of(2, 100, 80);
    int erased = 0;
    int small = 0;
    for (int draw = 0; draw < DRAWS / 10; draw++) {
      float[] numbers = ones(shape);
      new Erase(0.25, 0.02, 0.2).apply(numbers, shape, SplitMix64.keyed(8, draw));
      int[] hole = hole(numbers, shape);
      double area = hole[2] * hole[3] / 8000.0;
      if (area > 0) {
        double ratio = (double) hole[2] / hole[3];
        assertTrue(area > 0.018 && area < 0.205, () -> "area " + area);
        assertTrue(ratio > 0.27 && ratio < 3.6, () -> "ratio " + ratio);
        erased++;
        small += area < 0.11 ? 1 : 0;
      }
    }
    assertShare(0.25, erased, DRAWS / 10.0);
    assertShare(0.5, small, erased);
  }

  /** Beta(a, a) has the mean 1/2 and the variance 1 / (4 (2a + 1)). */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, 1, 4})
  void mixupDrawsSharesFromBeta(double alpha) {
    double sum = 0;
    double squares = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double share = new Mixup(alpha).draw(SHAPE, SplitMix64.keyed(9, draw)).share();
      assertTrue(share >= 0 && share <= 1);
      sum += share;
      squares += (share - 0.5) * (share - 0.5);
    }
    double variance = 1 / (4 * (2 * alpha + 1));
    assertEquals(0.5, sum / DRAWS, 5 * Math.sqrt(variance / DRAWS));
    assertEquals(variance, squares / DRAWS, 0.03 * variance);
  }

  /** What the label's share says is what is left of the image. */
  @Test
  void cutmixSharesAreAreas() {
    Shape shape = Shape.of(3, 40, 32);
    double sum = 0;
    for (int draw = 0; draw < DRAWS / 10; draw++) {
      Mix mix = new Cutmix(1).draw(shape, SplitMix64.keyed(10, draw));
      float[] first = ones(shape);
      mix.into(first, new float[first.length]);
      int[] hole = hole(first, shape);
      assertEquals(1 - hole[2] * hole[3] / (40.0 * 32), mix.share(), 1e-12);
      sum += mix.share();
    }
    // Half of the area on average if nothing were cut off at the borders; about 0.68 as it is.
    assertEquals(0.68, sum / (DRAWS / 10.0), 0.03);
  }
}
