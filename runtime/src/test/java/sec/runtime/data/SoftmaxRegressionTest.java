package sec.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sec.runtime.data.SoftmaxRegression.Accuracy;
import sec.runtime.data.SoftmaxRegression.Settings;
import sec.runtime.pipeline.InputPipeline;

class SoftmaxRegressionTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void cannotReadTheShapes(long seed) throws DataException {
    ImageData data = DataSets.byDefault().load(LoadRequest.seeded(seed));
    Accuracy accuracy = evaluate(data, Settings.standard(seed));
    assertTrue(accuracy.top1() < 0.35, () -> "too easy for a linear model: " + accuracy);
    assertTrue(accuracy.top1() > 0.12, () -> "no better than chance: " + accuracy);
    assertTrue(accuracy.top5() > accuracy.top1() && accuracy.top5() < 1, accuracy::toString);
  }

  @Test
  void learnsClassesThatAreLinearlySeparable() {
    ImageData data = brightPixelShowsTheClass(6);
    Accuracy accuracy = evaluate(data, new Settings(30, 8, 0.1, 1, 7));
    assertEquals(new Accuracy(1, 1), accuracy);
  }

  @Test
  void isTheSameEveryTime() {
    ImageData data = new ProceduralShapes(300, 100).load(LoadRequest.seeded(4));
    Settings settings = Settings.standard(4);
    assertEquals(evaluate(data, settings), evaluate(data, settings));
  }

  @Test
  void countsTheTopFiveOfTheScores() {
    ImageData six = brightPixelShowsTheClass(6);
    // So small a step leaves every score at zero: the lower classes come first.
    Settings still = new Settings(1, 8, Double.MIN_VALUE, 1, 0);
    Accuracy accuracy = evaluate(six, still);
    assertEquals(new Accuracy(1 / 6.0, 5 / 6.0), accuracy);
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> new Settings(0, 1, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Settings(1, 0, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Settings(1, 1, Double.NaN, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Settings(1, 1, 1, 0, 0));
  }

  private static Accuracy evaluate(ImageData data, Settings settings) {
    InputPipeline input = InputPipeline.of(data);
    return SoftmaxRegression.evaluate(
        input.plain(data.train()), input.plain(data.test()), data.classCount(), settings);
  }

  /** Images of one row in which the pixel at the label is bright and the others are noise. */
  private static ImageData brightPixelShowsTheClass(int classes) {
    int size = classes * 10;
    byte[] pixels = new byte[size * classes];
    int[] labels = new int[size];
    SplitMix64 random = new SplitMix64(9);
    for (int i = 0; i < size; i++) {
      labels[i] = i % classes;
      for (int x = 0; x < classes; x++) {
        pixels[i * classes + x] = (byte) (random.nextInt(60) + (x == labels[i] ? 150 : 0));
      }
    }
    ImageSplit split = new ImageSplit(1, 1, classes, pixels, labels);
    return ImageData.of("bright", List.of("a", "b", "c", "d", "e", "f"), split, split);
  }
}
