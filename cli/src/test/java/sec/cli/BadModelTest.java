package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person can get wrong with {@code sec verify} and {@code sec bench}. */
class BadModelTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1 | there is no file nowhere.onnx | verify nowhere.onnx",
        "1 | there is no file nowhere.onnx | bench nowhere.onnx",
        "2 | --weights, --put and --set go with a TARGET | verify a.onnx --set classes=3",
        "2 | Missing required parameter | verify",
        "2 | Missing required parameter | bench",
        "2 | --batch 0 is not between 1 and 1048576 | bench ThreeLayerSE --batch 1,0",
        "2 | --threads -1 is not between | bench ThreeLayerSE --threads -1",
        "2 | 'one' is no whole number | bench ThreeLayerSE --batch one",
        "2 | --runs 0 is not between | bench ThreeLayerSE --runs 0",
        "2 | --runs and --seconds both say how long | bench ThreeLayerSE --runs 1 --seconds 1",
        "2 | --seconds 0.0 is not more than 0 | bench ThreeLayerSE --seconds 0",
        "2 | --seconds NaN is not more than 0 | bench ThreeLayerSE --seconds NaN",
        "2 | it is one of ort, djl, not 'tvm' | bench ThreeLayerSE --engine tvm",
        "2 | it is one of trainable, functions, generic, ort-cpu, not 'x' | bench ThreeLayerSE --form x",
        "2 | DJL runs no ONNX: leave out --engine djl, or a.onnx | bench a.onnx --engine djl",
        "2 | --put and --set go with TARGETs | bench a.onnx --set classes=3",
      })
  void isSaid(int code, String said, String line) {
    Cli.Result result = Cli.run((Object[]) line.split(" "));
    assertEquals(code, result.code(), result.err());
    assertTrue(result.err().contains(said), result.err());
    assertEquals("", result.out());
  }

  /** The table is printed all the same: it says which check, and what is wrong. */
  @Test
  void brokenFileFails() throws IOException {
    assertEquals(0, Cli.run("compile", "ThreeLayerSE", "--to", "onnx", "-o", folder).code());
    Path file = folder.resolve("ThreeLayerSE.onnx");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));
    Cli.Result result = Cli.run("verify", file);
    assertEquals(1, result.code());
    assertTrue(result.err().contains("1 of 4 checks failed"), result.err());
    assertTrue(result.out().contains("cut off"), result.out());
    Cli.Result bench = Cli.run("bench", file);
    assertEquals(1, bench.code());
    assertTrue(bench.err().contains("ThreeLayerSE.onnx: "), bench.err());
  }
}
