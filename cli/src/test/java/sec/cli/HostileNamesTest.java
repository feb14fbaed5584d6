package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** No name draws on the reader's terminal: not a file's, and not what stands on a command line. */
class HostileNamesTest {
  /** A colour, the start of the line, another line, and the rest from right to left. */
  private static final String TEXT = "a\u001B[31m\r\nb\u202Ec";

  /** The same for the names of files, without what needs a locale, or what Windows cannot hold. */
  private static final String NAME = OS.WINDOWS.isCurrentOs() ? "a\u202E[31mb" : "a\u001B[31m\r\nb";

  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private static void isTame(int code, Cli.Result result) {
    assertEquals(code, result.code(), result.err());
    String all = result.out() + result.err();
    assertFalse(HIDDEN.matcher(all.replace(System.lineSeparator(), "\n")).find(), all);
    assertTrue(all.contains("a\uFFFD[31m"), all);
  }

  @Test
  void argumentsInMessages() {
    isTame(1, Cli.run("check", TEXT));
    isTame(1, Cli.run("summary", TEXT));
    isTame(1, Cli.run("summary", "ThreeLayerSE", "--set", TEXT));
    isTame(1, Cli.run("summary", "ThreeLayerSE", "--put", TEXT));
    isTame(2, Cli.run("summary", "ThreeLayerSE", "--set", TEXT + "=1", "--set", TEXT + "=2"));
  }

  @Test
  void argumentsInUsageErrors() {
    isTame(2, Cli.run(TEXT));
    isTame(2, Cli.run("help", TEXT));
    isTame(2, Cli.run("run", TEXT));
    isTame(2, Cli.run("summary", "ThreeLayerSE", "--format", TEXT));
    isTame(2, Cli.run("graph", "ThreeLayerSE", TEXT));
    isTame(1, Cli.run("summary", "--compare", "ThreeLayerSE", "ThreeLayerSE(r=" + TEXT + ")"));
    isTame(2, Cli.run("summary", "ThreeLayerSE", "--depth", TEXT));
    isTame(2, Cli.run("graph", "ThreeLayerSE", "-o", TEXT));
    isTame(2, Cli.run("compile", "ThreeLayerSE", "--to", "java", "-o", "o", "--package", TEXT));
    for (String option : new String[] {"--data", "--device", "--lr", "--batch", "--" + TEXT}) {
      isTame(2, Cli.run("train", "ThreeLayerSE", "--epochs", 1, option, TEXT));
    }
  }

  @Test
  void filesThatAreThere() throws IOException {
    Path right = folder.resolve(NAME + ".senet");
    Files.writeString(right, "senet 1;\nnet N : [3, 8, 8] < gap fc(2) >\n");
    isTame(0, Cli.run("check", right));
    isTame(0, Cli.run("compile", right, "--to", "onnx", "-o", folder.resolve(NAME)));
    Path wrong = folder.resolve(NAME + "2.senet");
    Files.writeString(wrong, "senet 1;\nnet N : [3, 8, 8] < fc(2) >\n");
    isTame(1, Cli.run("check", wrong));
  }

  @Test
  void foldersThatAreNot() {
    Path none = folder.resolve(NAME);
    isTame(
        3,
        Cli.run("train", "ThreeLayerSE", "--epochs", 1, "--data", "cifar10", "--data-dir", none));
    isTame(3, Cli.run("compile", "ThreeLayerSE", "--to", "onnx", "-o", folder, "--weights", none));
  }

  @Test
  void failures() {
    isTame(3, handled(new AccessDeniedException(NAME)));
    assertEquals(
        "sec: permission denied: a\uFFFD[31m\uFFFD\uFFFDb",
        handled(new AccessDeniedException("a\u001B[31m\r\nb")).err().strip());
    isTame(1, handled(new IllegalStateException(TEXT)));
  }

  private static Cli.Result handled(Exception failure) {
    StringWriter err = new StringWriter();
    CommandLine command = Main.commandLine();
    command.setErr(new PrintWriter(err));
    int code =
        new Failures()
            .handleExecutionException(failure, command, command.parseArgs("check", "a.senet"));
    // Stacks are indented by tabs.
    return new Cli.Result(code, "", err.toString().replace("\t", " "));
  }
}
