package sec.runtime.data;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import sec.compiler.operators.Shape;

class ImageSplitTest {
  /** Two images of two channels, one row, two columns. */
  private final ImageSplit split =
      new ImageSplit(
          2, 1, 2, new byte[] {0, 51, 10, 10, (byte) 255, 102, 10, 10}, new int[] {1, 0});

  @Test
  void givesSizesLabelsAndLevels() {
    assertEquals(2, split.size());
    assertEquals(Shape.of(2, 1, 2), split.shape());
    assertEquals(1, split.label(0));
    assertEquals(51, Images.read(split, 0).level(0, 0, 1));
    assertArrayEquals(new byte[] {(byte) 255, 102, 10, 10}, Images.read(split, 1).toArray());
    assertThrows(IndexOutOfBoundsException.class, () -> split.label(2));
    assertThrows(IndexOutOfBoundsException.class, () -> Images.read(split, 2));
  }

  @Test
  void measuresMeanAndDeviationPerChannel() {
    Normalisation measured = Normalisation.of(split);
    // Levels 0, 51, 255, 102: mean 102, squares 0 + 2601 + 65025 + 10404 = 78030.
    assertEquals(0.4f, measured.mean(0), 1e-7f);
    assertEquals((float) (Math.sqrt(78030 / 4.0 - 102 * 102) / 255), measured.std(0), 1e-7f);
    assertEquals(10 / 255f, measured.mean(1), 1e-7f);
    assertEquals(1f, measured.std(1), "a constant channel");
  }

  @Test
  void refusesPartsThatDoNotFit() {
    refused("8 bytes", () -> new ImageSplit(2, 1, 2, new byte[7], new int[2]));
    refused("label -1", () -> new ImageSplit(1, 1, 1, new byte[1], new int[] {-1}));
    refused("at least one", () -> new ImageSplit(1, 1, 1, new byte[0], new int[0]));
    refused("0x1x1", () -> new ImageSplit(0, 1, 1, new byte[0], new int[1]));
    refused("deviation 0.0", () -> new Normalisation(new float[1], new float[1]));
    refused("1 means", () -> new Normalisation(new float[1], new float[2]));
  }

  @Test
  void aDataSetRefusesLabelsWithoutAClassAndSplitsThatDiffer() {
    ImageSplit three = new ImageSplit(2, 1, 2, new byte[4], new int[] {2});
    ImageSplit wide = new ImageSplit(2, 1, 3, new byte[6], new int[] {0});
    List<String> names = List.of("a", "b");
    assertEquals(2, ImageData.of("x", names, split, split).classCount());
    refused("test image 0 has the label 2", () -> ImageData.of("x", names, split, three));
    refused("differ in size", () -> ImageData.of("x", names, split, wide));
    refused("two classes", () -> ImageData.of("x", List.of("a"), split, split));
  }

  private static void refused(String part, Executable executable) {
    String message = assertThrows(IllegalArgumentException.class, executable).getMessage();
    assertTrue(requireNonNull(message).contains(part), message);
  }
}
