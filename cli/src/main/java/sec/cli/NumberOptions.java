package sec.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.backend.OutputFolder;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.backend.torchscript.TorchScriptBackend;
import sec.compiler.ir.Network;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.SafetensorsException;
import sec.compiler.weights.SafetensorsFile;
import sec.compiler.weights.Weights;
import sec.compiler.weights.WeightsException;

/** Which weights a compiled file holds, and in what it computes. */
final class NumberOptions {
  /** As users type it. */
  enum NumberType {
    FP32,
    FP16,
    BF16;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--weights",
      paramLabel = "FILE.safetensors",
      description = "ONNX, TorchScript: trained weights; initial ones unless given.")
  private @Nullable Path weights;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "ONNX, TorchScript: seed of the initial weights; 0 unless given.")
  private @Nullable Long seed;

  @Option(
      names = "--precision",
      paramLabel = "fp32|fp16|bf16",
      description = {
        "ONNX: of weights and values inside; fp32 or fp16; input and output stay float.",
        "TorchScript: of convolutions and fully connected layers; all else stays float."
      })
  private NumberType precision = NumberType.FP32;

  /** Refuses them: Java has no use for any. */
  void refuseForJava() {
    refuse("--weights", weights != null, "Java loads weights when it runs");
    refuse("--seed", seed != null, "Java draws weights when it runs");
    refuse("--precision", precision != NumberType.FP32, "Java takes the types of the arrays given");
  }

  private void refuse(String option, boolean given, String because) {
    if (given) {
      throw new ParameterException(
          spec.commandLine(), option + " goes with --to onnx and --to torchscript: " + because);
    }
  }

  /** Refuses what contradicts itself, before anything is built. */
  void check() {
    OptionChecks.path(spec, "--weights", weights);
    if (weights != null && seed != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--seed draws initial weights, and --weights gives others: leave one out");
    }
  }

  NumberType precision() {
    return precision;
  }

  /** Does something with weights, and what their file says of them. */
  @FunctionalInterface
  interface Use {
    void of(Weights weights, Map<String, String> said) throws InputException, IOException;
  }

  /** Gives the weights of {@code network} as long as they are used. */
  void weights(Network network, Use use) throws InputException, IOException {
    try {
      if (weights == null) {
        use.of(InitialWeights.of(seed == null ? 0 : seed, network), Map.of());
      } else {
        try (SafetensorsFile file = SafetensorsFile.open(weights)) {
          use.of(file.weights(network), file.metadata());
        }
      }
    } catch (SafetensorsException | WeightsException e) {
      throw new InputException(weights + ": " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Writes the TorchScript archive of {@code network} into {@code folder}. */
  void writeArchive(Network network, OutputFolder folder) throws InputException, IOException {
    Precision type = Precision.valueOf(precision.name());
    weights(
        network,
        (values, said) ->
            folder.write(
                network.name() + ".pt",
                file -> TorchScriptBackend.write(file, network, values, type)));
  }
}
