package sec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Printable;
import sec.compiler.ir.Network;
import sec.runtime.EnvironmentException;
import sec.runtime.data.DataException;
import sec.runtime.data.ImageData;
import sec.runtime.experiment.NetworkEngine;
import sec.runtime.experiment.NetworkTraining;
import sec.runtime.pipeline.InputPipeline;
import sec.runtime.training.ConsoleProgress;
import sec.runtime.training.DivergedException;
import sec.runtime.training.EpochMetrics;
import sec.runtime.training.MemoryNeed;
import sec.runtime.training.RunDirectory;
import sec.runtime.training.Trainability;
import sec.runtime.training.TrainingResult;
import sec.runtime.training.TrainingSettings;
import sec.runtime.training.UntrainableException;

/** {@code sec train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Train a network on one data set.",
      "Metrics (metrics.csv, metrics.jsonl) and weights (weights.safetensors) go to a run folder;",
      "progress goes to standard error, the result to standard output.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec train ThreeLayerCNN --epochs 5",
      "  sec train ThreeLayerCNN --put 'middle=SE(r=16)' --data cifar10 --data-dir DIR --epochs 8",
      "  sec train my.senet:Mine --optimizer sgd --lr 0.05 --weight-decay 5e-4 --decay 0.9"
    })
final class TrainCommand implements Callable<Integer> {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private TargetOptions target = new TargetOptions();
  @Mixin private DataOptions dataOptions = new DataOptions();
  @Mixin private AugmentOptions augment = new AugmentOptions();
  @Mixin private RecipeOptions recipe = new RecipeOptions();
  @Mixin private EngineOptions engineOptions = new EngineOptions();

  @Option(
      names = "--epochs",
      required = true,
      paramLabel = "N",
      description = "Passes over the training images.")
  private int epochs;

  @Option(
      names = "--run-dir",
      paramLabel = "DIR",
      description = "Folder for metrics and weights; runs/NET-TIME unless given.")
  private @Nullable Path runFolder;

  @Override
  public Integer call()
      throws InputException,
          DataException,
          EnvironmentException,
          DivergedException,
          UntrainableException,
          IOException {
    OptionChecks.path(spec, "--run-dir", runFolder);
    TrainingSettings settings = recipe.settings(epochs);
    augment.check();
    target.check();
    ImageData data = dataOptions.load();
    Network network = target.network(data, augment.shape(data));
    InputPipeline input = augment.pipeline(data, network);
    Trainability.check(network, data.train().size(), settings);
    if (runFolder != null) {
      requireNew(runFolder);
    }
    NetworkEngine engine = engineOptions.engine(recipe.device());
    MemoryNeed.check(network, data.train().size(), settings, engine.device());
    // Last, when nothing else can be wrong any more: no empty folder for a mistake.
    Path folder =
        runFolder == null
            ? RunDirectory.fresh(Path.of("runs"), stamped(network.name()))
            : runFolder;
    PrintWriter out = spec.commandLine().getOut();
    ConsoleProgress progress = new ConsoleProgress(System.err, Terminal.columns(), network.name());
    try (Interruption interruption = new Interruption();
        RunDirectory directory = new RunDirectory(folder)) {
      NetworkTraining training = new NetworkTraining(input, settings, engine, interruption.stop());
      TrainingResult result = training.train(network, directory, List.of(progress));
      out.print(described(network, result, directory));
      out.flush();
      return result.stopped() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  static String stamped(String name) {
    return name + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
  }

  /** A run is worth more than the time it takes to choose another name. */
  static void requireNew(Path folder) throws InputException, IOException {
    if (RunDirectory.holdsRun(folder)) {
      throw new InputException(
          folder + " holds a run already; give another --run-dir, or move that one away");
    }
  }

  private String described(Network network, TrainingResult result, RunDirectory directory) {
    StringBuilder text = new StringBuilder();
    if (result.stopped()) {
      text.append(
          String.format(
              Locale.ROOT,
              "stopped after %d of %d epochs, %,d steps%n",
              result.epochs().size(),
              epochs,
              result.steps()));
    }
    if (!result.epochs().isEmpty()) {
      EpochMetrics last = result.epochs().getLast();
      text.append(
          String.format(
              Locale.ROOT,
              "%s  epoch %d  test top-1 %.2f %%  top-5 %.2f %%  loss %s  %.0f images/s  %.1f s%n",
              network.name(),
              last.epoch(),
              100 * last.test().top1(),
              100 * last.test().top5(),
              last.test().shownLoss(),
              last.imagesPerSecond(),
              result.seconds()));
    }
    String folder = Printable.line(directory.folder().toString());
    return text.append("run folder: ").append(folder).append('\n').toString();
  }
}
