package sec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.Safetensors;

/**
 * What the launcher shows the JVM once after a build, so that it keeps the classes of short
 * commands in the form in which it has them in memory.
 */
final class TypicalCommands {
  private static final String TARGET = "SECifarResNet20";

  private TypicalCommands() {}

  /**
   * Runs them, and says nothing.
   *
   * @param args a folder for what they write
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Path weights = folder.resolve("weights.safetensors");
    Network network =
        new Targets(new Diagnostics()).network(TargetRequest.of(TARGET)).orElseThrow();
    Safetensors.write(weights, InitialWeights.of(0, network).tensors(), Map.of("net", TARGET));
    Path file = Files.writeString(folder.resolve("typical.senet"), run("expand", TARGET));
    run("check", file);
    run("fmt", "--check", file);
    run("summary", TARGET, "--format", "json");
    run("compile", TARGET, "--to", "java", "-o", folder);
    run("compile", TARGET, "--to", "torchscript", "-o", folder);
    run("compile", TARGET, "--to", "onnx", "--weights", weights, "-o", folder);
  }

  private static String run(Object... words) {
    String[] texts = List.of(words).stream().map(Object::toString).toArray(String[]::new);
    CommandLine command = Main.commandLine(texts);
    StringWriter out = new StringWriter();
    command.setOut(new PrintWriter(out));
    int code = command.execute(texts);
    if (code != ExitCode.OK) {
      throw new IllegalStateException(String.join(" ", texts) + " ends with " + code);
    }
    return out.toString();
  }
}
