package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.weights.Safetensors;

/** Each command once, as its help shows it. */
class CommandsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @Test
  void checkSaysOk() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.senet"),
            """
            senet 1;
            block SE(r=16) < squeeze gap; excite fc(C/r) relu fc(C) sigmoid; scale >
            """);
    Cli.Result result = Cli.run("check", file);
    assertEquals(0, result.code());
    assertEquals("", result.out());
    assertTrue(result.err().endsWith("mine.senet: ok, 1 declaration\n"), result.err());
  }

  @Test
  void summaryAsJson() {
    Cli.Result result =
        Cli.run("summary", "ThreeLayerCNN", "--put", "middle=SE(r=16)", "--format", "json");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("\"net\" : \"ThreeLayerCNNWithSE\""), result.out());
    assertTrue(result.out().contains("\"params\" : 60524"), result.out());
    assertTrue(result.out().contains("\"path\" : \"middle.SE.fc[0]\""), result.out());
  }

  @Test
  void expandPrintsWhatChecks() throws IOException {
    Cli.Result result = Cli.run("expand", "ThreeLayerCNN", "--put", "middle=SE(r=16)");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("net ThreeLayerCNNWithSE : [3, 32, 32] <"), result.out());
    Path file = Files.writeString(folder.resolve("expanded.senet"), result.out());
    assertEquals(0, Cli.run("check", file).code());
    String again = Cli.run("expand", file).out();
    assertEquals(result.out(), again);
    assertEquals(0, Cli.run("fmt", "--check", file).code());
  }

  @Test
  void summaryAsTable() {
    Cli.Result result = Cli.run("summary", "ThreeLayerCNN");
    assertEquals(0, result.code(), result.err());
    String total =
        result.out().lines().filter(line -> line.startsWith("total")).findFirst().orElse("");
    assertEquals("total 10 97,290 100.0 0 8,003,584 100.0 492 kB", total.replaceAll(" +", " "));
  }

  @Test
  void summaryComparesWithTheFirst() {
    Cli.Result result =
        Cli.run(
            "summary",
            "--compare",
            "ThreeLayerCNN",
            "ThreeLayerSE",
            "ThreeLayerSE(4)",
            "--format",
            "csv");
    assertEquals(0, result.code(), result.err());
    List<String> lines = result.out().lines().toList();
    assertEquals(4, lines.size());
    assertTrue(lines.get(2).startsWith("ThreeLayerSE,,0,60524,-36766,-37.79"), result.out());
    assertTrue(lines.get(3).startsWith("ThreeLayerSE(4),,0,60914,-36376,"), result.out());
    for (String format : List.of("table", "json", "markdown", "latex")) {
      Cli.Result parts =
          Cli.run(
              "summary",
              "--compare",
              "ThreeLayerCNN",
              "ThreeLayerSE",
              "--depth",
              0,
              "--format",
              format);
      assertEquals(0, parts.code(), parts.err());
      assertTrue(parts.out().contains("middle"), parts.out());
    }
  }

  @Test
  void graphDrawsByTheEnding() throws IOException {
    for (String name : List.of("net.svg", "net.dot", "net.mmd")) {
      Path file = folder.resolve(name);
      Cli.Result result = Cli.run("graph", "ThreeLayerSE", "--depth", "all", "-o", file);
      assertEquals(0, result.code(), result.err());
      assertEquals(file + "\n", result.out());
      assertTrue(Files.readString(file).contains("32×16×16"), name);
    }
    Cli.Result printed = Cli.run("graph", "ThreeLayerSE", "--format", "mermaid", "-o", "-");
    assertTrue(printed.out().startsWith("flowchart TD\n"), printed.out());
  }

  @Test
  void compileWritesJava() {
    Cli.Result result = Cli.run("compile", "ThreeLayerSE", "--to", "java", "-o", folder);
    assertEquals(0, result.code(), result.err());
    List<String> files = result.out().lines().toList();
    assertTrue(files.contains(folder.resolve("threelayerse/SE.java").toString()), result.out());
    files.forEach(file -> assertTrue(Files.exists(Path.of(file)), file));
  }

  @Test
  void compileWritesOnnx() {
    Cli.Result result = Cli.run("compile", "ThreeLayerSE", "--to", "onnx", "-o", folder);
    assertEquals(0, result.code(), result.err());
    assertEquals(folder.resolve("ThreeLayerSE.onnx") + "\n", result.out());
  }

  @Test
  void verifyHoldsANetAndAFileToThemselves() {
    Cli.Result net = Cli.run("verify", "ThreeLayerSE", "--format", "csv");
    assertEquals(0, net.code(), net.err());
    assertTrue(net.out().contains("Java,against DJL,"), net.out());
    assertTrue(net.out().contains("ort-cpu,against the trainable form,"), net.out());
    assertEquals(0, Cli.run("compile", "ThreeLayerSE", "--to", "onnx", "-o", folder).code());
    Cli.Result file = Cli.run("verify", folder.resolve("ThreeLayerSE.onnx"));
    assertEquals(0, file.code(), file.err());
    assertTrue(file.out().contains(": the net ThreeLayerSE, written by sec "), file.out());
  }

  @Test
  void benchRunsNetsAndFilesInTurn() {
    assertEquals(0, Cli.run("compile", "ThreeLayerSE", "--to", "onnx", "-o", folder).code());
    Path file = folder.resolve("ThreeLayerSE.onnx");
    for (String format : List.of("table", "json", "csv", "markdown", "latex")) {
      Cli.Result result =
          Cli.run(
              "bench", "ThreeLayerCNN", file, "--runs", 2, "--batch", "1,2", "--format", format);
      assertEquals(0, result.code(), result.err());
      assertTrue(result.out().contains("ThreeLayerSE.onnx"), result.out());
    }
  }

  @Test
  void trainsAndKeepsWhatCameOfIt() throws IOException {
    Path run = folder.resolve("run");
    Path file =
        Files.writeString(
            folder.resolve("tiny.senet"),
            """
            senet 1;
            import std.attention (SE);
            net Tiny(classes = 2) : [3, 16, 16] <
              slot gate;
              conv(4, 3, 4) bn relu gate gap fc(classes)
            >
            """);
    Cli.Result result =
        Cli.run("train", file, "--put", "gate=SE(r=2)", "--epochs", 1, "--run-dir", run);
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("TinyWithSE  epoch 1  test top-1"), result.out());
    assertEquals(2, Files.readAllLines(run.resolve("metrics.csv")).size());
    assertTrue(
        Safetensors.read(run.resolve("weights.safetensors"))
            .tensors()
            .containsKey("gate.SE.fc.0.weight"));
    // The images' normalisation goes with the weights, so the graph can do it.
    Cli.Result onnx =
        Cli.run(
            "compile",
            file,
            "--preprocess",
            "--put",
            "gate=SE(r=2)",
            "--set",
            "classes=10",
            "--to",
            "onnx",
            "--weights",
            run.resolve("weights.safetensors"),
            "-o",
            folder);
    assertEquals(0, onnx.code(), onnx.err());
  }

  @Test
  void everyCommandHasHelpWithExamples() {
    for (String command :
        List.of(
            "check", "fmt", "list", "explain", "expand", "compile", "verify", "bench", "summary",
            "graph", "train", "run")) {
      Cli.Result result = Cli.run(command, "--help");
      assertEquals(0, result.code());
      assertTrue(result.out().contains("Example"), command);
      assertTrue(result.out().contains("  sec " + command), command);
    }
    assertTrue(Cli.run("--version").out().startsWith("sec 0."));
  }

  @Test
  void completionOffersWhatOneTypes() {
    Cli.Result result = Cli.run("generate-completion");
    assertEquals(0, result.code());
    for (String choices :
        List.of(
            "java\" \"onnx\" \"torchscript",
            "table\" \"json\" \"csv\" \"markdown\" \"latex",
            "svg\" \"dot\" \"mermaid",
            "adadelta\" \"sgd\" \"adam\" \"adamw\" \"rmsprop",
            "exponential\" \"steps\" \"cosine\" \"one-cycle\" \"polynomial",
            "shapes\" \"cifar10\" \"cifar100\" \"svhn\" \"folder\" \"flat")) {
      assertTrue(result.out().contains("=(\"" + choices + "\")"), choices);
    }
  }
}
