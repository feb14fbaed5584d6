package sec.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.weights.Safetensors;
import sec.compiler.weights.Tensor;

/** What is done with trained weights: {@code sec eval} and {@code sec predict}. */
class TrainedWeightsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  static Path folder;

  private static Path net = Path.of("");
  private static Path weights = Path.of("");

  @BeforeAll
  static void train() throws IOException {
    net =
        Files.writeString(
            folder.resolve("tiny.senet"),
            "senet 1;\nnet Tiny(classes = 3) : [3, 16, 16] < avgpool(8) flatten fc(classes) >\n");
    Path run = folder.resolve("run");
    Cli.Result result =
        Cli.run(
            "train",
            net,
            "--epochs",
            1,
            "--threads",
            1,
            // As sec eval computes, whatever the processor is made for.
            "--precision",
            "fp32",
            "--batch",
            200,
            "--run-dir",
            run);
    assertEquals(0, result.code(), result.err());
    weights = run.resolve("weights.safetensors");
  }

  /** Whether it is the trainer or {@code sec eval} that looks at the test images. */
  @Test
  void evalSaysWhatTrainingSaid() throws IOException {
    Path confusion = folder.resolve("confusion.csv");
    Cli.Result result =
        Cli.run(
            "eval",
            net,
            "--weights",
            weights,
            "--format",
            "json",
            "--confusion",
            confusion,
            "--threads",
            1);
    assertEquals(0, result.code(), result.err());
    JsonNode told = JSON.readTree(result.out());
    JsonNode trained = JSON.readTree(Files.readString(weights.resolveSibling("metrics.jsonl")));
    assertEquals(trained.get("test_loss").asDouble(), told.get("loss").asDouble(), 1e-6);
    assertEquals(trained.get("test_top1").asDouble(), told.get("top1").asDouble(), 1e-9);
    assertEquals(trained.get("test_top5").asDouble(), told.get("top5").asDouble(), 1e-9);
    long right = 0;
    for (int label = 0; label < 10; label++) {
      right += told.get("confusion").get(label).get(label).asLong();
    }
    assertEquals(told.get("top1").asDouble(), right / 2000.0, 1e-9);
    assertEquals(11, Files.readAllLines(confusion).size());
  }

  @Test
  void evalShowsTablesToPeople() {
    Cli.Result result = Cli.run("eval", net, "--weights", weights, "--threads", 1);
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().startsWith("Tiny on shapes, 2,000 test images\n"), result.out());
    assertTrue(result.out().contains("expected calibration error"), result.out());
  }

  @Test
  void predictTellsTheLikeliestAndWritesThemIntoTheImage() throws IOException {
    Path first = image("dog.png", 40, 30);
    Path second = Files.createDirectories(folder.resolve("other")).resolve("dog.jpg");
    ImageIO.write(
        new BufferedImage(300, 500, BufferedImage.TYPE_BYTE_GRAY), "jpg", second.toFile());
    Path copies = folder.resolve("copies");
    Cli.Result result =
        Cli.run(
            "predict",
            net,
            "--weights",
            weights,
            first,
            second,
            "-o",
            copies,
            "--format",
            "json",
            "--threads",
            1);
    assertEquals(0, result.code(), result.err());
    JsonNode rows = JSON.readTree(result.out()).get("rows");
    assertEquals(10, rows.size());
    for (int image = 0; image < 2; image++) {
      double before = 1;
      double sum = 0;
      for (int rank = 0; rank < 5; rank++) {
        JsonNode row = rows.get(5 * image + rank);
        double probability = row.get("probability").asDouble();
        assertTrue(probability <= before, result.out());
        before = probability;
        sum += probability;
      }
      assertTrue(sum <= 1 + 1e-9 && sum >= 0.5, result.out());
    }
    try (Stream<Path> files = Files.list(copies)) {
      List<String> names = files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
      assertEquals(List.of("dog-2.png", "dog.png"), names);
    }
    BufferedImage copy = requireNonNull(ImageIO.read(copies.resolve("dog.png").toFile()));
    assertEquals(0, copy.getWidth() % 40);
    assertTrue(copy.getWidth() >= 256);
    // Grey letters on a shade, in the corner; the image itself elsewhere.
    assertTrue(isDark(copy.getRGB(1, 1)), "no shade");
    assertEquals(0xff0000, copy.getRGB(copy.getWidth() - 1, copy.getHeight() - 1) & 0xffffff);
  }

  private static Path image(String name, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, 0xff0000);
      }
    }
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static boolean isDark(int rgb) {
    return (rgb >> 16 & 255) < 128;
  }

  @Test
  void refusesWhatDoesNotFit() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no image");
    Path torn = folder.resolve("torn.safetensors");
    Files.write(torn, new byte[20]);
    Path unsaid = folder.resolve("unsaid.safetensors");
    Map<String, Tensor> tensors = new LinkedHashMap<>(Safetensors.read(weights).tensors());
    Safetensors.write(unsaid, tensors, Map.of());
    Path others = folder.resolve("others.safetensors");
    Safetensors.write(others, tensors, Map.of("classes", "cat\ndog"));
    Path image = image("any.png", 16, 16);

    refuses("notes.txt: the file is no JPEG, PNG, GIF or BMP", 1, "predict", net, text);
    refuses("there is no such file", 1, "predict", net, folder.resolve("gone.png"));
    refuses("not a safetensors file", 1, torn, "eval", net);
    refuses("does not say how images were normalised", 1, unsaid, "predict", net, image);
    refuses("is for 2 classes, cat, dog, but shapes has 10 classes", 1, others, "eval", net);
    refuses("have to be those of the training", 1, "eval", "ThreeLayerCNN");
    refuses("--top is a number from 1 on, not 0", 2, "predict", net, image, "--top", 0);
    refuses("--batch is a number from 1 on, not 0", 2, "eval", net, "--batch", 0);
    refuses("flip draws by chance", 2, "eval", net, "--prepare", "flip");
    refuses("--prepare does not fit", 2, "predict", net, image, "--prepare", "resize(8)");
  }

  private static void refuses(String message, int code, Object... words) {
    refuses(message, code, weights, words);
  }

  private static void refuses(String message, int code, Path file, Object... words) {
    Object[] all = Stream.concat(Stream.of(words), Stream.of("--weights", file)).toArray();
    Cli.Result result = Cli.run(all);
    assertEquals(code, result.code(), result.err());
    assertTrue(result.err().contains(message), result.err());
  }
}
