package sec.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.driver.TargetRequest;
import sec.compiler.ir.Network;
import sec.runtime.runs.Fingerprint;
import sec.runtime.runs.RunDirectory;
import sec.runtime.runs.RunException;
import sec.runtime.runs.RunRecord;
import sec.runtime.training.Checkpoints;

/** Where a run is kept, and which run is gone on with, on the command line. */
final class RunFolderOptions {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--run-dir",
      paramLabel = "DIR",
      description = "Folder of the run; runs/NET-TIME unless given.")
  private @Nullable Path folder;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      preprocessor = ResumedArguments.class,
      description = {
        "Go on with the run in DIR from its newest checkpoint, with its own target and options;",
        "it ends as if it had never been stopped."
      })
  private @Nullable Path resumed;

  @Option(
      names = "--inexact",
      description = "Resume also where settings, machine, libtorch or threads are others.")
  private boolean inexact;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description = "Write a checkpoint every N steps, too, not only after each epoch.")
  private @Nullable Integer every;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "How many checkpoints stay, the newest ones; 2 unless given.")
  private int keep = 2;

  /** A run that is gone on with: its folder, and what it is. */
  record Resumption(Path folder, RunRecord record) {}

  /** What the run's own target says now. */
  @FunctionalInterface
  interface Elaboration {
    Network network() throws InputException;
  }

  /** Finds what is wrong with the options; nothing is written. */
  void check() throws InputException, IOException {
    OptionChecks.path(spec, "--run-dir", folder);
    OptionChecks.path(spec, "--resume", resumed);
    if (inexact && resumed == null) {
      throw new ParameterException(spec.commandLine(), "--inexact goes with --resume DIR");
    }
    if (every != null && every < 1) {
      throw new ParameterException(
          spec.commandLine(), "--checkpoint-every is a number of steps from 1, not " + every);
    }
    if (keep < 1) {
      throw new ParameterException(
          spec.commandLine(), "--keep is at least 1: without a checkpoint nothing can be resumed");
    }
    if (folder != null && resumed == null) {
      requireNew(folder);
    }
  }

  /** The run that is gone on with, if one is. */
  @Nullable Resumption resumption() throws RunException, IOException {
    if (resumed == null) {
      return null;
    }
    Resumption run = new Resumption(resumed, RunDirectory.record(resumed));
    RunDirectory.requireCheckpoint(resumed);
    return run;
  }

  /** A folder of that name, taken now; the run's own when one is gone on with. */
  Path take(String net) throws IOException {
    if (resumed != null) {
      return resumed;
    }
    return folder == null ? RunDirectory.fresh(Path.of("runs"), stamped(net)) : folder;
  }

  Checkpoints checkpoints(RunDirectory directory) {
    return Checkpoints.in(directory.checkpoints(keep), every == null ? 0 : every);
  }

  /**
   * The network of a run that is gone on with: the run's own copy, for the files it was made from
   * may have changed; where it cannot stand in, what those files say now, if it is the same.
   */
  Network network(Resumption run, Elaboration original) throws InputException {
    Path copy = run.folder().resolve("network.senet");
    if (Files.exists(copy)) {
      Network kept = TargetOptions.network(TargetRequest.of(copy.toString()), spec);
      if (isOf(run, kept)) {
        return kept;
      }
    }
    Network present = original.network();
    if (isOf(run, present)) {
      return present;
    }
    throw new InputException(
        "the network is not the one that "
            + run.folder()
            + " trains, and its own copy there cannot stand in: bring its files back as they were");
  }

  private static boolean isOf(Resumption run, Network network) {
    return Fingerprint.of(network).equals(run.record().fingerprint());
  }

  /** Refuses to go on with a run in other surroundings, unless that is asked for. */
  void requireSame(Resumption run, RunRecord present) throws InputException {
    List<String> differences = run.record().differences(present);
    if (!differences.isEmpty() && !inexact) {
      throw new InputException(
          "%s cannot be resumed to the last bit: %s; with --inexact it goes on all the same"
              .formatted(run.folder(), String.join("; ", differences)));
    }
  }

  static String stamped(String name) {
    return name + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
  }

  /** A run is worth more than the time it takes to choose another name. */
  private static void requireNew(Path folder) throws InputException, IOException {
    if (RunDirectory.holdsRun(folder)) {
      throw new InputException(
          folder
              + " holds a run already: go on with it by --resume "
              + folder
              + ", give another --run-dir, or move that one away");
    }
  }
}
