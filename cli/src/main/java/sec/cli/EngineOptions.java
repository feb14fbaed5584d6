package sec.cli;

import ai.djl.Device;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.runtime.experiment.NetworkEngine;
import sec.runtime.training.Precisions;

/** What computes the network that is trained, on the command line. */
final class EngineOptions {
  private enum EngineName {
    SCRIPT,
    JAVA;

    /** As users type it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--engine",
      paramLabel = "script|java",
      description = {
        "What computes the network: a TorchScript archive, which is faster, or its generated",
        "Java; script unless given."
      })
  private EngineName engine = EngineName.SCRIPT;

  @Option(
      names = "--precision",
      paramLabel = "auto|bf16|fp16|fp32",
      description = {
        "script: in what convolutions and fully connected layers compute; weights and all else",
        "are in fp32. auto, unless given: bf16 on GPUs and on CPUs made for it, else fp32."
      })
  private @Nullable String precision;

  /** The engine; each wrong word is a usage error. */
  NetworkEngine engine(Device device) {
    if (engine == EngineName.JAVA) {
      if (precision != null && !precision.equals("fp32")) {
        throw new ParameterException(
            spec.commandLine(),
            "--precision goes with --engine script: the generated Java computes in fp32");
      }
      return NetworkEngine.java(device);
    }
    try {
      return NetworkEngine.script(
          Precisions.parse(precision == null ? "auto" : precision, device), device);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--precision: " + e.getMessage());
    }
  }
}
