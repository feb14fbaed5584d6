package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.weights.Safetensors;

/** A person's own photographs, of many sizes. */
class ImageFoldersTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @BeforeEach
  void photograph() throws IOException {
    for (String name : new String[] {"cat", "dog"}) {
      Files.createDirectories(folder.resolve("photos").resolve(name));
      for (int i = 0; i < 10; i++) {
        BufferedImage image = new BufferedImage(20 + i, 30 - i, BufferedImage.TYPE_3BYTE_BGR);
        image.setRGB(i, i, name.equals("cat") ? 0xff0000 : 0x0000ff);
        ImageIO.write(image, "png", folder.resolve("photos/" + name + "/" + i + ".png").toFile());
      }
    }
  }

  private Cli.Result train(Object... more) throws IOException {
    Path net =
        Files.writeString(
            folder.resolve("tiny.senet"),
            "senet 1; net Tiny(classes = 10) : [3, 12, 12] < conv(4, 3) relu gap fc(classes) >\n");
    Object[] command = {
      "train",
      net,
      "--data",
      "folder",
      "--data-dir",
      folder.resolve("photos"),
      "--epochs",
      1,
      "--batch",
      8,
      "--run-dir",
      folder.resolve("run"),
      "--device",
      "cpu"
    };
    return Cli.run(Stream.concat(Stream.of(command), Stream.of(more)).toArray());
  }

  @Test
  void areBroughtToTheNetsInput() throws IOException {
    Cli.Result result =
        train(
            "--augment",
            "random-resized-crop flip(0.5) colour-jitter erase mixup cutmix",
            "--val-share",
            0.3,
            "--workers",
            3);
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("Tiny  epoch 1  test top-1"), result.out());
    assertEquals(
        "cat\ndog",
        Safetensors.read(folder.resolve("run/weights.safetensors")).metadata().get("classes"));
  }

  @Test
  void areBroughtToTheSizeOfTheTransforms() throws IOException {
    Cli.Result result =
        train("--augment", "random-resized-crop(16)", "--prepare", "resize(20) centre-crop(16)");
    assertEquals(0, result.code(), result.err());
  }

  /** How the training's test images were cropped stands in the file of weights. */
  @Test
  void areJudgedAsTheTrainingPreparedThem() throws IOException {
    assertEquals(0, train("--prepare", "resize(30) centre-crop(12)", "--val-share", 0.5).code());

    String asTrained = answers();
    assertEquals(asTrained, answers("--prepare", "resize(30) centre-crop(12)"));
    assertNotEquals(asTrained, answers("--prepare", "resize(12) centre-crop(12)"));

    Path weights = folder.resolve("run/weights.safetensors");
    Map<String, String> said = new HashMap<>(Safetensors.read(weights).metadata());
    said.put("prepare", "resise(30)");
    Safetensors.write(weights, Safetensors.read(weights).tensors(), said);
    Cli.Result refused = predict();
    assertEquals(1, refused.code());
    assertTrue(
        refused.err().contains("prepared by \"resise(30)\": there is no transform resise"),
        refused.err());
  }

  private String answers(Object... more) {
    Cli.Result result = predict(more);
    assertEquals(0, result.code(), result.err());
    return result.out();
  }

  private Cli.Result predict(Object... more) {
    Object[] command = {
      "predict",
      folder.resolve("tiny.senet"),
      folder.resolve("photos/cat/9.png"),
      "--weights",
      folder.resolve("run/weights.safetensors"),
      "-o",
      folder.resolve("predictions"),
      "--format",
      "json"
    };
    return Cli.run(Stream.concat(Stream.of(command), Stream.of(more)).toArray());
  }

  @Test
  void areNamedWhenTheyCannotBeUsed() throws IOException {
    Files.writeString(folder.resolve("photos/cat/broken.jpg"), "no photograph");
    Cli.Result strict = train();
    assertEquals(1, strict.code());
    assertTrue(strict.err().contains("broken.jpg: the file is no JPEG"), strict.err());
    assertFalse(Files.exists(folder.resolve("run")));
    Cli.Result lenient = train("--skip-bad");
    assertEquals(0, lenient.code(), lenient.err());
    assertTrue(lenient.err().contains("sec: left out: "), lenient.err());
    assertTrue(lenient.err().contains("sec: 1 of 21 files are left out"), lenient.err());
  }

  @Test
  void transformsAreExplained() {
    Cli.Result result = Cli.run("help", "transforms");
    assertEquals(0, result.code());
    assertTrue(result.out().contains("random-resized-crop(side=the net's"), result.out());
  }
}
