package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.StringStringEntryProto;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.Safetensors;
import sec.verify.OnnxSession;

/** The options of {@code sec compile --to onnx}, and what the guide says of the files it writes. */
class OnnxExportTest {
  private static final String MEAN = "0.5,0.4,0.3";
  private static final String STD = "0.2,0.25,0.3";
  private static final List<String> NAMES =
      IntStream.range(0, 10).mapToObj(i -> "class " + i).toList();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  /** A file of weights as training writes it. */
  @BeforeEach
  void writeWeights() throws IOException {
    Safetensors.write(
        folder.resolve("weights.safetensors"),
        InitialWeights.of(1, network()).tensors(),
        Map.of("classes", String.join("\n", NAMES), "mean", MEAN, "std", STD));
    Files.writeString(folder.resolve("two.txt"), "cat\ndog\n");
    Files.writeString(folder.resolve("blank.txt"), "cat\n\n".repeat(5));
  }

  private static Network network() {
    return network("ThreeLayerSE");
  }

  private static Network network(String target) {
    return new Targets(new Diagnostics())
        .network(new TargetRequest(target, List.of(), List.of()))
        .orElseThrow();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused(2, "--to java --form trainable", "--form", "goes with --to onnx"),
        refused(2, "--to java --batch 3", "--batch goes with --to onnx"),
        refused(2, "--to java --functions", "--functions goes with --to onnx"),
        refused(2, "--to java --precision fp16", "--precision goes with --to onnx"),
        refused(2, "--to java --external-data always", "--external-data goes with --to onnx"),
        refused(2, "--to java --outputs fc", "--outputs goes with --to onnx"),
        refused(2, "--to java --softmax", "--softmax goes with --to onnx"),
        refused(2, "--to java --preprocess", "--preprocess goes with --to onnx"),
        refused(2, "--to java --classes FOLDER/two.txt", "--classes", "goes with --to onnx"),
        refused(2, "--to java --target ort-cpu", "--target", "goes with --to onnx"),
        refused(2, "--to onnx --form trainable --passes none", "for --form deploy"),
        refused(2, "--to onnx --target ort-cpu --passes fold-bn", "leave one out"),
        refused(2, "--to onnx --passes fold-nb", "no pass fold-nb; did you mean fold-bn?"),
        refused(2, "--to onnx --target gpu", "no target gpu; there are: generic, ort-cpu"),
        refused(2, "--to onnx --batch 0", "--batch is a number from 1 on, or dynamic; not '0'"),
        refused(2, "--to onnx --batch many", "not 'many'"),
        refused(2, "--to onnx --precision fp8", "it is one of fp32, fp16"),
        refused(2, "--to onnx --mean 0.5,0.5,0.5", "there are 3 and 0"),
        refused(2, "--to onnx --mean 0.5 --std 0", "--std finite and above 0"),
        refused(2, "--to onnx --softmax --outputs fc", "--softmax is of the logits"),
        refused(2, "--to onnx --classes FOLDER/two.txt --outputs fc", "--classes names the logits"),
        refused(1, "--to onnx --preprocess", "--preprocess needs", "--mean and --std"),
        refused(1, "--to onnx --mean 0.5 --std 0.5", "3x32x32", "--mean and --std are of 1"),
        refused(1, "--to onnx --classes FOLDER/two.txt", "has 2 names", "a vector of 10"),
        refused(1, "--to onnx --classes FOLDER/blank.txt", "line 2 names no class"),
        refused(3, "--to onnx --classes FOLDER/none.txt", "none.txt"),
        refused(1, "--to onnx --outputs midle", "has no part midle; did you mean middle?"));
  }

  private static Arguments refused(int code, String options, String... said) {
    return Arguments.of(code, options, List.of(said));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void saysWhatIsWrong(int code, String options, List<String> said) {
    Cli.Result result = compile(options);
    assertEquals(code, result.code(), result.err());
    said.forEach(part -> assertTrue(result.err().contains(part), result.err()));
    assertFalse(Files.exists(folder.resolve("ThreeLayerSE.onnx")));
  }

  private Cli.Result compile(String options) {
    Stream<String> words =
        Stream.of(options.split(" ")).map(word -> word.replace("FOLDER", folder.toString()));
    return Cli.run(
        Stream.concat(Stream.of("compile", "ThreeLayerSE", "-o", folder.toString()), words)
            .toArray());
  }

  @Test
  void everyOptionAtOnce() {
    Cli.Result result =
        compile(
            "--to onnx --weights FOLDER/weights.safetensors --form trainable --batch 2 --functions"
                + " --precision fp16 --external-data always --preprocess --softmax"
                + " --outputs middle,logits");
    assertEquals(0, result.code(), result.err());
    Path model = folder.resolve("ThreeLayerSE.onnx");
    assertEquals(model + "\n" + model + ".data\n", result.out());
  }

  /** What a program needs that has the file alone; its text makes the network again. */
  @Test
  void metadataSaysAll() throws Exception {
    assertEquals(0, compile("--to onnx --weights FOLDER/weights.safetensors").code());
    Map<String, String> metadata = new LinkedHashMap<>();
    for (StringStringEntryProto entry : model().getMetadataPropsList()) {
      metadata.put(entry.getKey(), entry.getValue());
    }
    String spec = String.valueOf(metadata.remove("spec"));
    assertEquals(64, String.valueOf(metadata.remove("spec_sha256")).length());
    assertTrue(String.valueOf(metadata.remove("sec_version")).matches("\\d+\\.\\d+.*"));
    assertEquals(
        Map.of(
            "net",
            "ThreeLayerSE",
            "form",
            "deploy",
            "classes",
            String.join("\n", NAMES),
            "input_layout",
            "NCHW",
            "input_mean",
            MEAN,
            "input_std",
            STD),
        metadata);
    Network again = network(Files.writeString(folder.resolve("again.senet"), spec).toString());
    assertEquals(
        network().nodes().stream().map(node -> node.path() + node.shape()).toList(),
        again.nodes().stream().map(node -> node.path() + node.shape()).toList());
  }

  private ModelProto model() throws IOException {
    return ModelProto.parseFrom(Files.readAllBytes(folder.resolve("ThreeLayerSE.onnx")));
  }

  /** The lines of the guide, as a program of their own. */
  @Test
  void guideClassifiesAnImage() throws Exception {
    String weights = "--to onnx --weights FOLDER/weights.safetensors";
    assertEquals(0, compile(weights + " --preprocess --softmax").code());
    draw(folder.resolve("image.jpg"));
    Files.writeString(folder.resolve("Classify.java"), program());
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "Classify.java");
    Process java =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(java.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, compile(weights).code());
    assertEquals(byHand(), best(said), said);
  }

  /** Of lines with a class and its share. */
  private static String best(String lines) {
    return lines
        .lines()
        .filter(line -> line.startsWith("class"))
        .max(Comparator.comparing(line -> Double.valueOf(line.replaceAll(".*: ([\\d.]+) %", "$1"))))
        .orElseThrow(() -> new AssertionError(lines))
        .replaceAll(":.*", "");
  }

  private static void draw(Path file) throws IOException {
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, 32, 20, Color.BLUE));
    graphics.fillRect(0, 0, 32, 32);
    graphics.setColor(Color.GREEN);
    graphics.fillOval(4, 10, 12, 16);
    graphics.dispose();
    assertTrue(ImageIO.write(image, "jpg", file.toFile()));
  }

  /** The class, from the plain graph and pixels that are taken one by one. */
  private String byHand() throws Exception {
    BufferedImage image = ImageIO.read(folder.resolve("image.jpg").toFile());
    float[] planes = new float[3 * 32 * 32];
    for (int c = 0; c < 3; c++) {
      float mean = Float.parseFloat(MEAN.split(",", -1)[c]);
      float std = Float.parseFloat(STD.split(",", -1)[c]);
      for (int place = 0; place < 32 * 32; place++) {
        int level = image.getRGB(place % 32, place / 32) >> (16 - 8 * c) & 255;
        planes[c * 32 * 32 + place] = (level / 255f - mean) / std;
      }
    }
    try (OnnxSession session = OnnxSession.of(folder.resolve("ThreeLayerSE.onnx"))) {
      float[] logits = session.run(planes, 1, 3, 32, 32);
      int best = 0;
      for (int i = 1; i < logits.length; i++) {
        best = logits[i] > logits[best] ? i : best;
      }
      return NAMES.get(best);
    }
  }

  private static String program() throws IOException {
    String guide = Files.readString(Path.of("../docs/guide.md"));
    Matcher lines = Pattern.compile("(?ms)^## Deploying$.*?^```java\\n(.*?)^```$").matcher(guide);
    assertTrue(lines.find());
    String imports =
        Stream.of("ai.onnxruntime", "java.awt.image", "java.io", "java.nio", "java.util")
            .map("import %s.*;\n"::formatted)
            .collect(Collectors.joining());
    return imports
        + "import javax.imageio.ImageIO;\n"
        + "class Classify {\n  public static void main(String[] args) throws Exception {\n"
        + lines.group(1)
        + "  }\n}\n";
  }
}
