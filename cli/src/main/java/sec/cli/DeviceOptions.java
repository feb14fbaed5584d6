package sec.cli;

import ai.djl.Device;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.runtime.EnvironmentException;
import sec.runtime.training.Devices;

/** Where a network runs, on the command line. */
final class DeviceOptions {
  /** More slow any machine down; ten thousand, and the first step never ends. */
  private static final int MOST_THREADS = 1024;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu|gpu:N",
      description = "Where to compute; auto takes a GPU where there is one.")
  private String device = "auto";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the tensor library; one per core unless given.")
  private @Nullable Integer threads;

  /** Finds mistakes before anything slow begins. */
  void check() {
    if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
      throw new ParameterException(
          spec.commandLine(), "--threads is from 1 to " + MOST_THREADS + ", not " + threads);
    }
  }

  /** The device; the tensor library is loaded here, with the threads asked for. */
  Device device() throws EnvironmentException {
    if (threads != null) {
      System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    }
    try {
      return Devices.parse(device);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--device: " + e.getMessage());
    }
  }
}
