package sec.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can get wrong: a clear message, the right exit status, nothing half-written. */
class BadInputTest {
  private static final String NET =
      "net N(classes = 10) : [3, 8, 8] < slot gate; conv(30, 3) gate gap fc(classes) >\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private Path spec(String text) throws IOException {
    return Files.writeString(folder.resolve("bad.senet"), "senet 1;\n" + text);
  }

  static void fails(int code, Cli.Result result, String... wanted) {
    assertAll(
        () -> assertEquals(code, result.code(), result.err()),
        () -> assertEquals("", result.out()),
        () ->
            assertAll(
                Stream.of(wanted)
                    .map(
                        text ->
                            () ->
                                assertTrue(
                                    result.err().contains(text),
                                    () -> "no <" + text + "> in:\n" + result.err()))),
        () -> assertFalse(result.err().contains("\tat "), result.err()));
  }

  @Test
  void unknownOperator() throws IOException {
    Path file = spec("block B < con(8, 3) >\n");
    fails(1, Cli.run("check", file), "error[E121]", "bad.senet:2:11", "did you mean conv?", "^^^");
  }

  @Test
  void wrongArity() throws IOException {
    Path file = spec("block B < gap fc(8, true, 2, \"zeros\", 3) relu(1) fc >\n");
    fails(
        1,
        Cli.run("check", file),
        "fc takes at most 4 arguments, but gets 5",
        "relu takes no arguments",
        "fc needs out",
        "3 errors");
  }

  @Test
  void fcOnAMap() throws IOException {
    Path file = spec("net N : [3, 8, 8] < conv(64, 3) fc(10) >\n");
    fails(
        1,
        Cli.run("check", file),
        "error[E203]: fc needs a vector, but gets a 64x8x8 feature map",
        "squeeze with gap, or use flatten");
  }

  @Test
  void inexactDivision() throws IOException {
    Path file = spec("import std.attention (SE);\n" + NET);
    fails(
        1,
        Cli.run("summary", file, "--put", "gate=SE(r=16)"),
        "error[E201]",
        "C/r = 15/8",
        "in gate, input [30, 8, 8]",
        "ceil(C/r)");
  }

  @Test
  void unknownSlot() throws IOException {
    Path file = spec(NET);
    fails(1, Cli.run("summary", file, "--put", "gat=SE(r=2)"), "error[E301]", "did you mean gate?");
  }

  @Test
  void cyclicImport() throws IOException {
    Files.writeString(folder.resolve("a.senet"), "senet 1;\nimport \"b.senet\" as b;\n");
    Files.writeString(folder.resolve("b.senet"), "senet 1;\nimport \"a.senet\" as a;\n");
    fails(1, Cli.run("check", folder.resolve("a.senet")), "error[E112]", "in a circle");
  }

  @Test
  void missingFile() {
    Path missing = folder.resolve("nothing.senet");
    fails(1, Cli.run("check", missing), "there is no file", "nothing.senet");
    fails(1, Cli.run("summary", missing + ":Net"), "there is no file");
  }

  @Test
  void unknownNet() {
    fails(1, Cli.run("summary", "ThreeLayerCN"), "error[E302]", "did you mean ThreeLayerCNN?");
  }

  @Test
  void outputThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "mine");
    fails(3, Cli.run("compile", "ThreeLayerSE", "--to", "java", "-o", file), "taken");
    fails(3, Cli.run("compile", "ThreeLayerSE", "--to", "onnx", "-o", file), "taken");
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void wrongSpecWritesNothing() throws IOException {
    Path file = spec("net N : [3, 8, 8] < conv(64, 3) fc(10) >\n");
    Path out = folder.resolve("out");
    fails(1, Cli.run("compile", file, "--to", "onnx", "-o", out), "E203");
    assertFalse(Files.exists(out));
  }

  @Test
  void weightsOfAnotherNet() throws IOException {
    Path file = Files.writeString(folder.resolve("w.safetensors"), "this is no such file");
    fails(
        1,
        Cli.run("compile", "ThreeLayerSE", "--to", "onnx", "-o", folder, "--weights", file),
        "w.safetensors");
  }

  @Test
  void settingThatTheNetDoesNotHave() {
    fails(
        1,
        Cli.run("summary", "ThreeLayerCNN", "--set", "clases=7"),
        "error[E303]",
        "did you mean classes?");
  }

  @Test
  void usage() {
    fails(2, Cli.run(), "Missing command");
    fails(2, Cli.run("trian"), "trian");
    fails(2, Cli.run("compile", "ThreeLayerSE", "-o", folder), "--to");
    fails(2, Cli.run("compile", "ThreeLayerSE", "--to", "tensorflow", "-o", folder), "tensorflow");
    fails(2, Cli.run("train", "ThreeLayerSE", "--epochs", "0"), "at least 1 epoch");
    fails(2, Cli.run("train", "ThreeLayerSE", "--epochs", "1", "--lr", "-1"), "learning rate");
    fails(2, Cli.run("train", "ThreeLayerSE", "--epochs", "1", "--data", "cifr10"), "cifar10");
    fails(2, Cli.run("train", "ThreeLayerSE", "--epochs", "1", "--device", "tpu"), "--device");
    fails(2, Cli.run("run", "slowstart"), "quickstart");
  }

  @Test
  void choicesAreListedAsOneTypesThem() {
    fails(
        2,
        Cli.run("compile", "ThreeLayerSE", "-o", folder, "--to", "Foo"),
        "Invalid value for option '--to': it is one of java, onnx, torchscript, not 'Foo'");
    fails(
        2,
        Cli.run("summary", "ThreeLayerSE", "--format", "xml"),
        "it is one of table, json, csv, markdown, latex, not 'xml'");
    fails(
        2,
        Cli.run("train", "ThreeLayerSE", "--epochs", 1, "--optimizer", "lion"),
        "it is one of adadelta, sgd, adam, adamw, rmsprop, not 'lion'");
    fails(
        2,
        Cli.run("train", "ThreeLayerSE", "--epochs", 1, "--schedule", "linear"),
        "it is one of exponential, steps, cosine, one-cycle, polynomial, not 'linear'");
  }

  @Test
  void picturesAndComparisons() {
    fails(2, Cli.run("summary", "A", "B"), "2 targets are given: --compare");
    fails(
        2,
        Cli.run("summary", "ThreeLayerSE", "--depth", "-1"),
        "a number of levels from 0, or all");
    fails(2, Cli.run("graph", "ThreeLayerSE"), "say where to draw it");
    fails(2, Cli.run("graph", "ThreeLayerSE", "-o", ""), "--output is empty");
    fails(2, Cli.run("graph", "ThreeLayerSE", "-o", "a.png"), "End it in .svg, .dot or .mmd");
    fails(
        2,
        Cli.run("graph", "ThreeLayerSE", "-o", "a.dot", "--format", "svg"),
        "a.dot is named like dot");
    fails(
        3,
        Cli.run("graph", "ThreeLayerSE", "-o", folder.resolve("none").resolve("a.svg")),
        "a.svg");
    fails(1, Cli.run("summary", "ThreeLayerSE(r=4"), "error[E101]");
    fails(1, Cli.run("summary", "ThreeLayerSE(q=4)"), "error[E303]", "it has: classes");
    fails(1, Cli.run("summary", "ThreeLayerSE(1, 2, 3)"), "error[E126]", "it has r, classes");
    fails(1, Cli.run("summary", "ThreeLayerSE(r=4, r=5)"), "error[E128]", "r is given already");
    fails(1, Cli.run("summary", "ThreeLayerSE(4)", "--set", "r=5"), "r is given by --set, too");
    fails(1, Cli.run("summary", "--compare", "ThreeLayerSE", "Nope"), "error[E302]");
  }

  /** What is wrong stands last, where one looks; help is a command away. */
  @Test
  void usageIsShort() {
    for (String[] wrong :
        new String[][] {
          {"--epochs", "1e3"},
          {"--epochs", "1", "--lr", "fast"},
          {"--epochs", "1", "--seed", "abc"},
          {"--epochs", "1", "extra"}
        }) {
      List<Object> command = new ArrayList<>(List.of("train", "ThreeLayerSE"));
      command.addAll(List.of(wrong));
      Cli.Result result = Cli.run(command.toArray());
      fails(2, result, wrong[wrong.length - 1], "Try: sec train --help");
      assertTrue(result.err().lines().count() <= 4, result.err());
      assertFalse(result.err().matches("(?s).*is not an? (int|long|double).*"), result.err());
    }
  }

  @Test
  void numbersOutOfRange() {
    Object[] train = {"train", "ThreeLayerSE", "--epochs", 1};
    fails(2, Cli.run(with(train, "--engine", "python")), "it is one of script, java");
    Object[] cpu = with(train, "--device", "cpu");
    fails(2, Cli.run(with(cpu, "--precision", "fp8")), "auto, bf16, fp16 or fp32");
    fails(2, Cli.run(with(cpu, "--precision", "fp16")), "fp16 needs a GPU", "bf16 or fp32");
    fails(
        2,
        Cli.run(with(cpu, "--engine", "java", "--precision", "bf16")),
        "--precision goes with --engine script");
    fails(2, Cli.run(with(train, "--lr", "1e400")), "finite number above 0, not Infinity");
    fails(2, Cli.run(with(train, "--decay", "1e400")), "finite number above 0, not Infinity");
    fails(2, Cli.run(with(train, "--accumulate", "0")), "at least 1 batch, not 0");
    fails(2, Cli.run(with(train, "--clip-norm", "0")), "--clip-norm is above 0");
    fails(2, Cli.run(with(train, "--ema", "1")), "not including, 1, not 1.0");
    fails(2, Cli.run(with(train, "--label-smoothing", "-1")), "label smoothing is from 0");
    fails(2, Cli.run(with(train, "--keep", "0")), "--keep is at least 1");
    fails(2, Cli.run(with(train, "--checkpoint-every", "0")), "a number of steps from 1, not 0");
    fails(2, Cli.run(with(train, "--warmup", "1")), "the 1 epochs of the training, not 1");
    fails(
        2,
        Cli.run(with(train, "--schedule", "steps", "--milestones", "1")),
        "the milestone 1 never comes in 1 epochs");
    fails(2, Cli.run(with(train, "--schedule", "steps")), "needs --milestones");
    fails(
        2,
        Cli.run(with(train, "--optimizer", "adam", "--betas", "0.9")),
        "--betas are two numbers, X,Y, not 1");
    fails(2, Cli.run(with(train, "--threads", "0")), "from 1 to 1024, not 0");
    fails(2, Cli.run(with(train, "--threads", "9999")), "from 1 to 1024, not 9999");
  }

  @Test
  void emptyPaths() {
    fails(
        2, Cli.run("train", "ThreeLayerSE", "--epochs", 1, "--run-dir", ""), "--run-dir is empty");
    fails(2, Cli.run("run", "quickstart", "--run-dir", ""), "--run-dir is empty");
    fails(2, Cli.run("compile", "ThreeLayerSE", "--to", "java", "-o", ""), "--output is empty");
    fails(1, Cli.run("check", ""), "the name of a file is missing");
  }

  @Test
  void optionsWithoutEffect() {
    Object[] compile = {"compile", "ThreeLayerSE", "-o", folder.resolve("out")};
    fails(2, Cli.run(with(compile, "--to", "java", "--seed", 3)), "--seed");
    fails(2, Cli.run(with(compile, "--to", "onnx", "--seed", 3, "--weights", "w")), "--seed");
    fails(2, Cli.run(with(compile, "--to", "onnx", "--package", "a.b")), "--package");
    Object[] archive = with(compile, "--to", "torchscript");
    fails(2, Cli.run(with(archive, "--package", "a.b")), "--package goes with --to java");
    fails(2, Cli.run(with(archive, "--softmax")), "--softmax goes with --to onnx");
    fails(2, Cli.run(with(archive, "--seed", 3, "--weights", "w")), "leave one out");
    fails(2, Cli.run(with(archive, "--precision", "fp8")), "fp32, fp16, bf16");
    fails(2, Cli.run(with(compile, "--to", "onnx", "--precision", "bf16")), "--to torchscript");
    fails(3, Cli.run(with(archive, "--weights", folder.resolve("none"))), "no such file");
    assertFalse(Files.exists(folder.resolve("out")));
    Object[] train = {"train", "ThreeLayerSE", "--epochs", 1};
    fails(
        2,
        Cli.run(with(train, "--momentum", "0.9")),
        "adadelta has no --momentum; it goes with --optimizer sgd, rmsprop");
    fails(
        2,
        Cli.run(with(train, "--schedule", "cosine", "--decay", "0.9")),
        "the schedule cosine has no --decay; it goes with --schedule exponential, steps");
    fails(2, Cli.run(with(train, "--warmup-from", "0.1")), "needs a --warmup above 0");
    fails(2, Cli.run(with(train, "--no-bias-decay")), "needs a --weight-decay above 0");
    fails(2, Cli.run(with(train, "--inexact")), "--inexact goes with --resume DIR");
  }

  @Test
  void settingGivenTwice() {
    fails(
        2,
        Cli.run("summary", "ThreeLayerCNN", "--set", "classes=7", "--set", "classes = 8"),
        "--set gives classes twice: 'classes=7' and 'classes = 8'");
  }

  @Test
  void packageOfJavaItself() {
    for (String name : List.of("java", "java.nets", "class", "a;b", "")) {
      fails(
          2,
          Cli.run("compile", "ThreeLayerSE", "--to", "java", "-o", folder, "--package", name),
          "--package \"" + name + "\"");
    }
  }

  @Test
  void networkTooLargeForOnnx() throws IOException {
    Object[] compile = {
      "compile", spec(NET), "--to", "onnx", "-o", folder.resolve("o"), "--external-data", "never"
    };
    for (String classes : List.of("60000000", "1000000000")) {
      fails(1, Cli.run(with(compile, "--set", "classes=" + classes)), "GiB as ONNX");
    }
  }

  @Test
  void nameMissingAfterTheColon() throws IOException {
    fails(
        1,
        Cli.run("summary", spec(NET) + ":"),
        "error[E302]",
        "a name is missing",
        "it declares: N");
  }

  @Test
  void foldersInThePlaceOfFiles() throws IOException {
    Path weights = Files.createDirectory(folder.resolve("w.safetensors"));
    Path file = spec(NET);
    fails(
        3,
        Cli.run("compile", file, "--to", "onnx", "-o", folder, "--weights", weights),
        "w.safetensors");
    Files.createDirectory(folder.resolve("N.onnx"));
    Cli.Result onnx = Cli.run("compile", file, "--to", "onnx", "-o", folder);
    fails(3, onnx, "N.onnx");
    assertFalse(onnx.err().contains(".tmp"), onnx.err());
    Path taken = Files.createDirectories(folder.resolve("n/NetBlock.java"));
    fails(3, Cli.run("compile", file, "--to", "java", "-o", folder), "NetBlock.java: is a folder");
    try (Stream<Path> files = Files.list(taken.getParent())) {
      assertEquals(List.of(taken), files.toList());
    }
  }

  static Object[] with(Object[] command, Object... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray();
  }
}
