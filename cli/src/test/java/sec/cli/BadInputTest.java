package sec.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static void fails(int code, Cli.Result result, String... wanted) {
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
    Path file = spec("block B < gap fc(8, true, \"zeros\", 3) relu(1) fc >\n");
    fails(
        1,
        Cli.run("check", file),
        "fc takes at most 3 arguments, but gets 4",
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
  void missingDataFolder() {
    List<String> train = List.of("train", "ThreeLayerCNN", "--epochs", "1", "--data", "cifar10");
    fails(3, Cli.run(train.toArray()), "data");
    Object[] elsewhere =
        Stream.concat(train.stream(), Stream.of("--data-dir", folder.resolve("no"))).toArray();
    fails(3, Cli.run(elsewhere), folder.resolve("no").toString());
  }

  @Test
  void truncatedCifarBatch() throws IOException {
    for (String name : List.of("data_batch_1", "data_batch_2", "test_batch")) {
      Files.write(folder.resolve(name + ".bin"), new byte[3073 * 10_000 - 5]);
    }
    for (String name : List.of("data_batch_3", "data_batch_4", "data_batch_5")) {
      Files.write(folder.resolve(name + ".bin"), new byte[3073 * 10_000]);
    }
    fails(
        1,
        Cli.run("train", "ThreeLayerCNN", "--epochs", 1, "--data", "cifar10", "--data-dir", folder),
        "data_batch_1.bin",
        "30,729,995");
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
  void runFolderThatHoldsARun() throws IOException {
    Files.writeString(folder.resolve("metrics.csv"), "epoch\n");
    fails(
        1,
        Cli.run("train", "ThreeLayerCNN", "--epochs", 1, "--run-dir", folder),
        "holds a run already");
    assertEquals("epoch\n", Files.readString(folder.resolve("metrics.csv")));
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
}
