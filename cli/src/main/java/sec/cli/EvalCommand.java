package sec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
import sec.compiler.io.AtomicFile;
import sec.compiler.ir.Network;
import sec.compiler.table.CsvTable;
import sec.runtime.EnvironmentException;
import sec.runtime.data.DataException;
import sec.runtime.data.ImageData;
import sec.runtime.data.Normalisation;
import sec.runtime.evaluation.Assessment;
import sec.runtime.evaluation.AssessmentJson;
import sec.runtime.evaluation.AssessmentTables;
import sec.runtime.training.Evaluator;
import sec.runtime.training.Trainable;

/** {@code sec eval}. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = {
      "Judge trained weights by a data set's test images: accuracy by class, what is taken for what,",
      "and whether probabilities are true.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec eval ThreeLayerCNN --weights runs/MINE/weights.safetensors",
      "  sec eval SECifarResNet20 --weights FILE --data cifar10 --data-dir DIR --format json"
    })
final class EvalCommand implements Callable<Integer> {
  /** A wider matrix is for programs. */
  private static final int WIDEST = 20;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private TargetOptions target = new TargetOptions();

  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "Weights that sec train wrote, or others in safetensors by the same names.")
  private Path weights = Path.of("");

  @Mixin private DataOptions dataOptions = new DataOptions();
  @Mixin private PrepareOptions prepare = new PrepareOptions();

  @Option(names = "--batch", paramLabel = "N", description = "Images at a time; 64 unless given.")
  private int batch = 64;

  @Option(
      names = "--confusion",
      paramLabel = "FILE",
      description = "Write what is taken for what there, as CSV.")
  private @Nullable Path confusion;

  @Mixin private DeviceOptions device = new DeviceOptions();
  @Mixin private TableOptions output = new TableOptions();

  @Override
  public Integer call() throws InputException, DataException, EnvironmentException, IOException {
    OptionChecks.path(spec, "--weights", weights);
    OptionChecks.path(spec, "--confusion", confusion);
    OptionChecks.atLeastOne(spec, "--batch", batch);
    device.check();
    prepare.check();
    target.check();
    TrainedWeights trained = TrainedWeights.read(weights);
    prepare.follow(trained);
    ImageData data = asTrained(dataOptions.load(), trained);
    Network network = target.network(data, prepare.shape(data));
    try (Interruption interruption = new Interruption();
        Evaluator evaluator = new Evaluator(prepare.pipeline(data, network), batch);
        Trainable ready = trained.in(network, device.device())) {
      Assessment assessment =
          Assessment.of(ready, evaluator, data.classCount(), interruption.stop());
      print(assessment, network, data);
      return interruption.stop().requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  /** The data, normalised as the weights are used to; its classes have to be theirs. */
  private ImageData asTrained(ImageData data, TrainedWeights trained) throws InputException {
    List<String> names = trained.trainedOn().classNames();
    if (!names.isEmpty() && !names.equals(data.classNames())) {
      throw new InputException(
          "%s is for %s, but %s has %s"
              .formatted(weights, classes(names), data.name(), classes(data.classNames())));
    }
    Normalisation normalisation = trained.normalisation();
    if (normalisation == null) {
      System.err.printf(
          "sec: %s does not say how images were normalised: by the means and deviations of %s%n",
          Printable.line(weights.toString()), data.name());
      return data;
    }
    return new ImageData(data.name(), data.classNames(), data.train(), data.test(), normalisation);
  }

  private static String classes(List<String> names) {
    int shown = Math.min(names.size(), 3);
    return "%d classes, %s%s"
        .formatted(
            names.size(),
            String.join(", ", names.subList(0, shown)),
            shown < names.size() ? " and so on" : "");
  }

  private void print(Assessment assessment, Network network, ImageData data) throws IOException {
    String title =
        String.format(
            Locale.ROOT,
            "%s on %s, %,d test images",
            network.name(),
            data.name(),
            assessment.images());
    AssessmentTables tables = new AssessmentTables(assessment, title, data.classNames());
    if (confusion != null) {
      AtomicFile.write(confusion, CsvTable.render(tables.confusion()));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      out.print(AssessmentJson.render(assessment, network.name(), data.name(), data.classNames()));
    } else {
      out.print(output.render(tables.byClass()));
    }
    if (output.isForPeople()) {
      if (data.classCount() <= WIDEST) {
        out.print("\n" + output.render(tables.confusion()));
      }
      out.print("\n" + output.render(tables.calibration()));
    }
    out.flush();
  }
}
