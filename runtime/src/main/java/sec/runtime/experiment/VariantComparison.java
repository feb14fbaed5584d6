package sec.runtime.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import sec.compiler.analysis.Cost;
import sec.compiler.ir.Network;
import sec.runtime.EnvironmentException;
import sec.runtime.data.ImageData;
import sec.runtime.data.SoftmaxRegression;
import sec.runtime.pipeline.InputPipeline;
import sec.runtime.report.Comparison;
import sec.runtime.report.VariantResult;
import sec.runtime.runs.RunDirectory;
import sec.runtime.runs.RunException;
import sec.runtime.runs.RunRecord;
import sec.runtime.training.Checkpoints;
import sec.runtime.training.DivergedException;
import sec.runtime.training.EpochMetrics;
import sec.runtime.training.Evaluation;
import sec.runtime.training.StopSignal;
import sec.runtime.training.TrainingListener;
import sec.runtime.training.TrainingResult;
import sec.runtime.training.TrainingSettings;

/** Trains variants of a network alike, one after the other, beside a linear model. */
public final class VariantComparison {
  private final InputPipeline input;
  private final ImageData data;
  private final TrainingSettings settings;
  private final NetworkEngine engine;
  private final Path folder;
  private final StopSignal stop;
  private final List<String> command;

  /**
   * A comparison.
   *
   * @param input what to learn
   * @param settings how, the same for all
   * @param engine what computes, and where
   * @param folder holds a folder for each variant
   * @param stop looked at before each step
   * @param command the words of the command line, for the record
   */
  public VariantComparison(
      InputPipeline input,
      TrainingSettings settings,
      NetworkEngine engine,
      Path folder,
      StopSignal stop,
      List<String> command) {
    this.input = input;
    this.data = input.data();
    this.settings = settings;
    this.engine = engine;
    this.folder = folder;
    this.stop = stop;
    this.command = List.copyOf(command);
  }

  /**
   * Trains all variants. When it is stopped, the one under way has the epochs that it came to, and
   * those not begun have none; one that diverges does not keep the others from their turn.
   *
   * @param title what is compared
   * @param shown settings by name, for the report
   * @param variants by the names to show; the first is the baseline
   * @param listener makes what is told of each variant's training, from its name
   */
  public Comparison run(
      String title,
      Map<String, String> shown,
      Map<String, Network> variants,
      Function<String, ? extends TrainingListener> listener)
      throws EnvironmentException, RunException, IOException {
    List<VariantResult> results = new ArrayList<>();
    results.add(reference());
    for (Map.Entry<String, Network> variant : variants.entrySet()) {
      String name = variant.getKey();
      boolean first = results.size() == 1;
      Outcome outcome =
          stop.requested()
              ? new Outcome(List.of(), 0, "")
              : train(variant.getValue(), listener.apply(name));
      results.add(
          result(
              name,
              first ? VariantResult.Role.BASELINE : VariantResult.Role.VARIANT,
              Cost.of(variant.getValue()),
              outcome));
    }
    return new Comparison(title, data.name(), shown, results);
  }

  /** What came of a training; {@code failure} says what broke it off. */
  private record Outcome(List<EpochMetrics> epochs, double seconds, String failure) {}

  /** One that diverges has its row, too, and the next one its turn. */
  private Outcome train(Network network, TrainingListener listener)
      throws EnvironmentException, RunException, IOException {
    long begin = System.nanoTime();
    List<EpochMetrics> epochs = new ArrayList<>();
    TrainingListener kept =
        new TrainingListener() {
          @Override
          public void epochDone(EpochMetrics metrics) {
            epochs.add(metrics);
          }
        };
    try (RunDirectory directory = new RunDirectory(folder.resolve(network.name()))) {
      NetworkTraining training = new NetworkTraining(input, settings, engine, stop);
      directory.describe(
          RunRecord.of(
              command,
              network,
              data,
              settings,
              Map.of("engine", engine.toString()),
              engine.device()),
          network);
      TrainingResult result =
          training.train(network, directory, Checkpoints.none(), List.of(kept, listener));
      return new Outcome(result.epochs(), result.seconds(), "");
    } catch (DivergedException e) {
      return new Outcome(epochs, (System.nanoTime() - begin) / 1e9, e.what());
    }
  }

  private VariantResult result(String name, VariantResult.Role role, Cost cost, Outcome result) {
    Evaluation last =
        result.epochs().isEmpty()
            ? new Evaluation(Double.NaN, Double.NaN, Double.NaN)
            : result.epochs().getLast().test();
    return new VariantResult(
        name,
        role,
        cost.parameters(),
        cost.macs(),
        last.top1(),
        Double.isFinite(last.top5()) ? OptionalDouble.of(last.top5()) : OptionalDouble.empty(),
        result.seconds(),
        result.epochs(),
        settings.epochs(),
        result.failure());
  }

  private VariantResult reference() {
    long begin = System.nanoTime();
    SoftmaxRegression.Accuracy result =
        SoftmaxRegression.evaluate(
            input.plain(data.train()),
            input.plain(data.test()),
            data.classCount(),
            SoftmaxRegression.Settings.standard(settings.seed()));
    double seconds = (System.nanoTime() - begin) / 1e9;
    long inputs = input.shape().size();
    return new VariantResult(
        "softmax regression",
        VariantResult.Role.REFERENCE,
        (inputs + 1) * data.classCount(),
        inputs * data.classCount(),
        result.top1(),
        OptionalDouble.of(result.top5()),
        seconds,
        List.of(),
        0);
  }
}
