package sec.runtime.pipeline;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.operators.Shape;
import sec.runtime.data.DataSets;
import sec.runtime.data.ImageData;
import sec.runtime.data.ImageSplit;
import sec.runtime.data.LoadRequest;
import sec.runtime.data.NormalisedImages;

/** What decides the size of a network's input. */
class InputPipelineTest {
  private static final Shape INPUT = Shape.of(3, 12, 16);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private ImageData many;
  private ImageData fixed;

  @BeforeEach
  void photograph() throws Exception {
    for (String file : List.of("cat/1.png", "cat/2.png", "dog/1.png", "dog/2.png")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      boolean wide = file.startsWith("cat");
      BufferedImage image =
          new BufferedImage(wide ? 40 : 9, wide ? 20 : 33, BufferedImage.TYPE_3BYTE_BGR);
      ImageIO.write(image, "png", path.toFile());
    }
    LoadRequest request = LoadRequest.from(folder).withTestShare(0.5);
    many = DataSets.named("folder").orElseThrow().load(request);
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
    NormalisedImages plain = of(many, "flip", "").plain(many.train());
    assertEquals(3 * 12 * 16, plain.imageLength());
    float[] numbers = new float[plain.imageLength()];
    // All black: its own mean, which is zero.
    numbers[7] = 9;
    assertEquals(1, plain.write(1, numbers), "a dog");
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
}
