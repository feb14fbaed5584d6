package sec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.backend.OutputFolder;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.backend.djl.JavaProgram;
import sec.compiler.diagnostics.Printable;
import sec.compiler.ir.Network;

/** {@code sec compile}. */
@Command(
    name = "compile",
    mixinStandardHelpOptions = true,
    description = {
      "Write a network as Java for DJL, one class a block, as an ONNX model, or as a TorchScript",
      "archive, which DJL, C++ and Python load and train.",
      "The names of the files written go to standard output.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec compile ThreeLayerSE --to java -o src",
      "  sec compile ThreeLayerCNN ThreeLayerSE ThreeLayerBump --to java --package nets -o src",
      "  sec compile my.senet:Mine --put 'gate=SE(r=8)' --to onnx --weights w.safetensors -o out",
      "  sec compile SECifarResNet20 --to torchscript --precision bf16 -o out"
    })
final class CompileCommand implements Callable<Integer> {
  private enum Backend {
    JAVA,
    ONNX,
    TORCHSCRIPT;

    /** As users type it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "TARGET",
      description = {
        SettingOptions.TARGET + " Java: several are written together, what they share once."
      })
  private List<String> targets = new ArrayList<>();

  @Mixin private SettingOptions settings = new SettingOptions();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "java|onnx|torchscript",
      description = "What to write.")
  private Backend backend = Backend.JAVA;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Folder to write into; made where it is missing.")
  private Path output = Path.of("");

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description =
          "Java: the package of the classes; the network's name in small letters unless given. Of"
              + " several networks, the package above one for each file: nets unless given.")
  private @Nullable String packageName;

  @Mixin private OnnxFileOptions onnx = new OnnxFileOptions();

  @Override
  public Integer call() throws InputException, IOException {
    checkOptions();
    List<Network> networks =
        TargetOptions.networks(targets.stream().map(settings::request).toList(), spec);
    OutputFolder folder = new OutputFolder(output);
    switch (backend) {
      case JAVA -> java(networks, folder);
      case ONNX -> onnx.write(networks.getFirst(), folder);
      case TORCHSCRIPT -> onnx.numbers().writeArchive(networks.getFirst(), folder);
    }
    PrintWriter out = spec.commandLine().getOut();
    folder.written().forEach(file -> out.println(Printable.line(file.toString())));
    return ExitCode.OK;
  }

  private void checkOptions() {
    OptionChecks.path(spec, "--output", output);
    boolean valid =
        packageName == null
            || (SourceVersion.isName(packageName)
                && packageName.matches("[A-Za-z0-9_.]+")
                // The JVM loads no classes of others from there.
                && !packageName.matches("java(\\..*)?"));
    if (!valid) {
      throw new ParameterException(
          spec.commandLine(),
          "--package \""
              + packageName
              + "\" is no name for a Java package of your own; one is com.example.nets");
    }
    switch (backend) {
      case JAVA -> {
        onnx.refuseFor("Java");
        onnx.numbers().refuseForJava();
      }
      case ONNX -> onnx.check();
      case TORCHSCRIPT -> onnx.refuseFor("an archive");
    }
    onnx.numbers().check();
    if (backend != Backend.JAVA && targets.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--to " + backend + " writes one network; several go with --to java");
    }
    if (backend != Backend.JAVA && packageName != null) {
      throw new ParameterException(
          spec.commandLine(), "--package goes with --to java: a file for " + backend + " has none");
    }
  }

  private void java(List<Network> networks, OutputFolder folder) throws IOException {
    JavaProgram program =
        networks.size() > 1
            ? DjlBackend.generateAll(networks, packageName == null ? "nets" : packageName)
                .getFirst()
            : packageName == null
                ? DjlBackend.generate(networks.getFirst())
                : DjlBackend.generate(networks.getFirst(), packageName);
    folder.writeTexts(program.packageName().replace('.', '/'), program.sources());
  }
}
