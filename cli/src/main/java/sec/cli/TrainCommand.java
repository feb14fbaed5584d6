package sec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
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
import sec.runtime.runs.RunDirectory;
import sec.runtime.runs.RunException;
import sec.runtime.runs.RunRecord;
import sec.runtime.training.ConsoleProgress;
import sec.runtime.training.DivergedException;
import sec.runtime.training.EpochMetrics;
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
      "Metrics, curves, checkpoints and weights go to a run folder;",
      "progress goes to standard error, the result to standard output.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec train ThreeLayerCNN --epochs 5",
      "  sec train ThreeLayerCNN --put 'middle=SE(r=16)' --data cifar10 --data-dir DIR --epochs 8",
      "  sec train my.senet:Mine --epochs 30 --optimizer sgd --lr 0.2 --schedule one-cycle",
      "  sec train --resume runs/Mine-20260101-120000"
    })
final class TrainCommand implements Callable<Integer> {
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

  @Mixin private RunFolderOptions runFolder = new RunFolderOptions();

  @Override
  public Integer call()
      throws InputException,
          DataException,
          EnvironmentException,
          DivergedException,
          UntrainableException,
          RunException,
          IOException {
    runFolder.check();
    TrainingSettings settings = recipe.settings(epochs);
    augment.check();
    RunFolderOptions.Resumption resumption = runFolder.resumption();
    if (resumption == null) {
      target.check();
    }
    ImageData data = dataOptions.load();
    Network network =
        resumption == null
            ? target.network(data, augment.shape(data))
            : runFolder.network(resumption, () -> target.network(data, augment.shape(data)));
    InputPipeline input = augment.pipeline(data, network);
    Trainability.check(network, data.train().size(), settings);
    NetworkEngine engine = engineOptions.engine(recipe.device());
    engine.checkMemory(network, data.train().size(), settings);
    RunRecord record =
        RunRecord.of(
            words(),
            network,
            data,
            settings,
            Map.of(
                "engine", engine.toString(),
                "augment", augment.shown(),
                "prepare", input.preparation().toString()),
            engine.device());
    if (resumption != null) {
      runFolder.requireSame(resumption, record);
    }
    // Last, when nothing else can be wrong any more: no empty folder for a mistake.
    try (Interruption interruption = new Interruption();
        RunDirectory directory = new RunDirectory(runFolder.take(network.name()))) {
      if (resumption == null) {
        directory.describe(record, network);
      } else {
        directory.resumedBy(record);
      }
      NetworkTraining training = new NetworkTraining(input, settings, engine, interruption.stop());
      TrainingResult result =
          training.train(
              network,
              directory,
              runFolder.checkpoints(directory),
              List.of(new ConsoleProgress(System.err, Terminal.columns(), network.name())));
      PrintWriter out = spec.commandLine().getOut();
      out.print(described(network, result, directory));
      out.flush();
      return result.stopped() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  /** The command line after {@code sec}. */
  private List<String> words() {
    return spec.root().commandLine().getParseResult().originalArgs();
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
    if (result.stopped()) {
      text.append("to go on: sec train --resume ").append(folder).append('\n');
    }
    return text.append("run folder: ").append(folder).append('\n').toString();
  }
}
