package sec.runtime.pipeline;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.operators.Shape;
import sec.runtime.data.ImageData;
import sec.runtime.data.ImageFile;
import sec.runtime.data.ImageSplit;
import sec.runtime.data.LabelledImages;
import sec.runtime.data.Normalisation;
import sec.runtime.data.NormalisedImages;

/** What decides the size of a network's input. */
class InputPipelineTest {
  private static final Shape INPUT = Shape.of(3, 12, 16);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private LabelledImages photographs;
  private ImageData many;
  private ImageData fixed;

  @BeforeEach
  void photograph() throws IOException {
    Path wide = folder.resolve("wide.png");
    Path high = folder.resolve("high.png");
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_3BYTE_BGR), "png", wide.toFile());
    ImageIO.write(new BufferedImage(9, 33, BufferedImage.TYPE_3BYTE_BGR), "png", high.toFile());
    photographs = ImageFile.all(List.of(wide, high));
    many = ImageData.of("many", List.of("a", "b"), photographs, photographs);
    ImageSplit split = new ImageSplit(3, 8, 8, new byte[2 * 192], new int[] {0, 1});
    fixed = ImageData.of("fixed", List.of("a", "b"), split, split);
  }

  private static TransformList list(String text) {
    return text.isEmpty() ? TransformList.NONE : TransformList.parse(text);
  }

  private static InputPipeline of(ImageData data, String augment, String prepare) {
    return InputPipeline.of(data, list(augment), list(prepare), INPUT, 1);
  }

  @Test
  void imagesOfManySizesBecomeTheNetsInput() {
    assertNull(InputPipeline.shape(many, list("")));
    assertNull(InputPipeline.shape(many, list("flip")));
    assertNull(InputPipeline.shape(many, list("random-resized-crop")));
    assertEquals(INPUT, of(many, "", "").shape());
    assertEquals(INPUT, of(many, "pad-crop flip", "").shape());
    NormalisedImages plain = of(many, "flip", "").plain(photographs);
    assertEquals(3 * 12 * 16, plain.imageLength());
    float[] numbers = new float[plain.imageLength()];
    // All black: its own mean, which is zero.
    numbers[7] = 9;
    assertEquals(0, plain.write(1, numbers));
    assertArrayEquals(new float[numbers.length], numbers);
  }

  @Test
  void aListThatLeadsToOneSizeDecidesIt() {
    assertEquals(Shape.of(3, 10, 10), InputPipeline.shape(many, list("random-resized-crop(10)")));
    assertEquals(Shape.of(3, 7, 7), InputPipeline.shape(many, list("resize(9) centre-crop(7)")));
    assertEquals(Shape.of(3, 8, 8), InputPipeline.shape(fixed, list("")));
    assertEquals(Shape.of(3, 32, 32), InputPipeline.shape(fixed, list("resize(32)")));
    assertEquals(Shape.of(3, 8, 8), InputPipeline.shape(fixed, list("resize flip")));
    assertEquals(Shape.of(3, 5, 5), of(fixed, "random-resized-crop(5)", "centre-crop(5)").shape());
  }

  @Test
  void bothListsHaveToLeadToOneSize() {
    String message =
        requireNonNull(
            assertThrows(IllegalArgumentException.class, () -> of(fixed, "resize(9)", ""))
                .getMessage());
    assertTrue(message.contains("come out as [3, 9, 9], test images as [3, 8, 8]"), message);
  }

  @Test
  void whoUsesANetworkPreparesAsTestImagesWerePrepared() {
    Normalisation half =
        new Normalisation(new float[] {0.5f, 0.5f, 0.5f}, new float[] {0.5f, 0.5f, 0.5f});
    NormalisedImages images = InputPipeline.prepared(photographs, list(""), half, INPUT);
    float[] numbers = new float[images.imageLength()];
    images.write(0, numbers);
    assertEquals(-1, numbers[0], "black");
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> InputPipeline.prepared(photographs, list("centre-crop(9)"), half, INPUT))
            .getMessage();
    assertTrue(requireNonNull(message).contains("come out as [3, 9, 9]"), message);
    assertEquals("resize(9)", of(fixed, "resize(9)", "resize(9)").preparation().toString());
  }
}
