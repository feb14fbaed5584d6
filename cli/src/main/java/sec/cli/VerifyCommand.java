package sec.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.backend.onnx.ModelTooLargeException;
import sec.compiler.diagnostics.Printable;
import sec.compiler.ir.Network;
import sec.compiler.weights.Safetensors;
import sec.compiler.weights.SafetensorsException;
import sec.compiler.weights.TrialWeights;
import sec.compiler.weights.Weights;
import sec.compiler.weights.WeightsException;
import sec.runtime.EnvironmentException;
import sec.verify.FileVerification;
import sec.verify.Form;
import sec.verify.NetworkVerification;
import sec.verify.Verification;

/** {@code sec verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Hold what is written for a network to itself: ONNX's structure and shapes, and the answers of"
          + " every form, of ONNX Runtime and of DJL to the same input. Or check an ONNX file.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec verify ThreeLayerSE",
      "  sec verify my.senet:Mine --put 'gate=SE(r=8)' --weights runs/mine/weights.safetensors",
      "  sec verify out/Mine.onnx",
      "  sec verify ResNet50 --set 'input=[3, 65, 67]' --format json"
    })
final class VerifyCommand implements Callable<Integer> {
  private static final long SEED = 20170905;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "TARGET|FILE.onnx",
      description = {SettingOptions.TARGET + " Or an ONNX model."})
  private String target = "";

  @Mixin private SettingOptions settings = new SettingOptions();

  @Option(
      names = "--weights",
      paramLabel = "FILE.safetensors",
      description =
          "Trained weights; unless given, such that nothing is neutral: BN as after training, every"
              + " bias different from 0.")
  private @Nullable Path weights;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the input, and of the weights unless they are given.")
  private long seed = SEED;

  @Mixin private TableOptions output = new TableOptions();

  @Override
  public Integer call() throws InputException, IOException, EnvironmentException {
    OptionChecks.path(spec, "--weights", weights);
    Verification verification = OnnxFiles.isOne(target) ? file() : network();
    spec.commandLine().getOut().print(output.render(verification.table()));
    spec.commandLine().getOut().flush();
    int failed = verification.failures().size();
    if (failed > 0) {
      throw new InputException(
          "%d of %d checks failed".formatted(failed, verification.outcomes().size()));
    }
    return ExitCode.OK;
  }

  private Verification file() throws InputException, IOException {
    if (weights != null || settings.isGiven()) {
      throw new ParameterException(
          spec.commandLine(),
          "--weights, --put and --set go with a TARGET: %s is what it is"
              .formatted(Printable.line(target)));
    }
    return FileVerification.of(OnnxFiles.require(target), seed);
  }

  private Verification network() throws InputException, IOException, EnvironmentException {
    Network network = TargetOptions.network(settings.request(target), spec);
    try {
      Weights values =
          weights == null
              ? TrialWeights.of(seed, network)
              : Weights.forNetwork(network, Safetensors.read(weights).tensors());
      try (NetworkVerification verification = new NetworkVerification(network, values, seed)) {
        return verification.run(EnumSet.allOf(Form.class));
      }
    } catch (SafetensorsException | WeightsException e) {
      throw new InputException(weights + ": " + e.getMessage());
    } catch (ModelTooLargeException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }
}
