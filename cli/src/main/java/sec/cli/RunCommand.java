package sec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Printable;
import sec.compiler.driver.TargetRequest;
import sec.compiler.ir.Network;
import sec.runtime.EnvironmentException;
import sec.runtime.data.DataException;
import sec.runtime.data.ImageData;
import sec.runtime.experiment.NetworkEngine;
import sec.runtime.experiment.VariantComparison;
import sec.runtime.pipeline.InputPipeline;
import sec.runtime.report.Comparison;
import sec.runtime.report.HtmlReport;
import sec.runtime.report.TextReport;
import sec.runtime.runs.RunDirectory;
import sec.runtime.runs.RunException;
import sec.runtime.training.ConsoleProgress;
import sec.runtime.training.Trainability;
import sec.runtime.training.TrainingSettings;
import sec.runtime.training.UntrainableException;

/** {@code sec run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Run an experiment: train variants alike and compare them.",
      "quickstart is Table 1 of \"Variations of Squeeze and Excitation Networks\", shortened:",
      "ThreeLayerCNN with its second convolution, and with five attention blocks in its place.",
      "The table goes to standard output, a page with curves to the run folder.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec run quickstart",
      "  sec run quickstart --data cifar10 --data-dir DIR --epochs 8"
    })
final class RunCommand implements Callable<Integer> {
  private static final String QUICKSTART = "quickstart";

  private static final String PAGE = "report.html";

  /** Enough for the default network to pass 75 %, and for all six within minutes on two cores. */
  private static final int EPOCHS = 5;

  /** The rows of the paper's Table 1, as they stand in the library. */
  private static final List<String> VARIANTS =
      List.of(
          "ThreeLayerCNN",
          "ThreeLayerSE",
          "ThreeLayerSlowSE",
          "ThreeLayerSlowExcite",
          "ThreeLayerSlowSlow",
          "ThreeLayerBump");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "EXPERIMENT", description = "quickstart.")
  private String experiment = "";

  @Mixin private DataOptions dataOptions = new DataOptions();
  @Mixin private AugmentOptions augment = new AugmentOptions();
  @Mixin private RecipeOptions recipe = new RecipeOptions();
  @Mixin private EngineOptions engineOptions = new EngineOptions();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the training images; 5 unless given.")
  private int epochs = EPOCHS;

  @Option(
      names = "--run-dir",
      paramLabel = "DIR",
      description = "Folder for the page, metrics and weights; runs/quickstart-TIME unless given.")
  private @Nullable Path runFolder;

  @Override
  public Integer call()
      throws InputException,
          DataException,
          EnvironmentException,
          UntrainableException,
          RunException,
          IOException {
    if (!experiment.equals(QUICKSTART)) {
      throw new ParameterException(
          spec.commandLine(), "There is no experiment " + experiment + "; there is quickstart");
    }
    OptionChecks.path(spec, "--run-dir", runFolder);
    TrainingSettings settings = recipe.settings(epochs);
    augment.check();
    ImageData data = dataOptions.load();
    Map<String, Network> networks = new LinkedHashMap<>();
    for (String variant : VARIANTS) {
      TargetRequest request = TargetRequest.of(variant);
      networks.put(variant, TargetOptions.fitting(request, data, augment.shape(data), spec));
    }
    InputPipeline input = augment.pipeline(data, networks.values().iterator().next());
    for (Network network : networks.values()) {
      Trainability.check(network, data.train().size(), settings);
    }
    if (runFolder != null) {
      requireNew(runFolder);
    }
    NetworkEngine engine = engineOptions.engine(recipe.device());
    for (Network network : networks.values()) {
      engine.checkMemory(network, data.train().size(), settings);
    }
    Path folder =
        runFolder == null
            ? RunDirectory.fresh(Path.of("runs"), RunFolderOptions.stamped(QUICKSTART))
            : Files.createDirectories(runFolder);
    return compare(settings, input, networks, folder, folder.resolve(PAGE), engine);
  }

  /** The page comes last: without it, too, variants may have been trained. */
  private static void requireNew(Path folder) throws InputException, IOException {
    boolean taken = Files.exists(folder.resolve(PAGE));
    for (String variant : VARIANTS) {
      taken |= RunDirectory.holdsRun(folder.resolve(variant));
    }
    if (taken) {
      throw new InputException(
          folder + " holds a run already; give another --run-dir, or move that one away");
    }
  }

  private Map<String, String> shown(InputPipeline input, NetworkEngine engine) {
    Map<String, String> shown = recipe.shown(input.data(), epochs);
    if (!augment.shown().isEmpty()) {
      shown.put("Augmentation", augment.shown());
    }
    shown.put("Engine", engine.toString());
    return shown;
  }

  private int compare(
      TrainingSettings settings,
      InputPipeline input,
      Map<String, Network> networks,
      Path folder,
      Path page,
      NetworkEngine engine)
      throws EnvironmentException, RunException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Interruption interruption = new Interruption()) {
      VariantComparison training =
          new VariantComparison(
              input,
              settings,
              engine,
              folder,
              interruption.stop(),
              spec.root().commandLine().getParseResult().originalArgs());
      Comparison comparison =
          training.run(
              "Attention in place of a convolution",
              shown(input, engine),
              networks,
              name -> new ConsoleProgress(System.err, Terminal.columns(), name));
      HtmlReport.write(comparison, page);
      out.print(TextReport.render(comparison));
      out.println("\npage with curves: " + Printable.line(page.toString()));
      out.flush();
      if (interruption.stop().requested()) {
        return ExitCode.INTERRUPTED;
      }
      // As after a training of its own that diverges; the others have their rows.
      return comparison.diverged().isEmpty() ? ExitCode.OK : ExitCode.INPUT;
    }
  }
}
