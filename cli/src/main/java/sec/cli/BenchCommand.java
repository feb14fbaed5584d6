package sec.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.runtime.EnvironmentException;
import sec.verify.Form;
import sec.verify.bench.Bench;
import sec.verify.bench.BenchException;
import sec.verify.bench.BenchTable;
import sec.verify.bench.Engine;
import sec.verify.bench.Entrant;
import sec.verify.bench.Length;
import sec.verify.bench.Measurement;
import sec.verify.bench.Setting;

/** {@code sec bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "How long networks take to answer, and what each takes more than the first. They run in turn,"
          + " so that whatever else the machine does meets all alike.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec bench ResNet50 SEResNet50 'SEResNet50(r=4)' --batch 1,8 --threads 1,2",
      "  sec bench ThreeLayerCNN ThreeLayerSE --engine ort,djl --seconds 5 --format markdown",
      "  sec bench old.onnx new.onnx --format json"
    })
final class BenchCommand implements Callable<Integer> {
  private static final int ROUNDS = 30;
  private static final int MOST = 1 << 20;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "TARGET|FILE.onnx",
      description = {SettingOptions.TARGET + " Or an ONNX model."})
  private List<String> targets = new ArrayList<>();

  @Mixin private SettingOptions settings = new SettingOptions();

  @Option(
      names = "--batch",
      paramLabel = "N",
      split = ",",
      description = "How many samples a run answers; 1 unless given. Several: --batch 1,8.")
  private List<Integer> batches = List.of(1);

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      description = "How many threads compute; 1 unless given. Several: --threads 1,2.")
  private List<Integer> threads = List.of(1);

  @Option(
      names = "--engine",
      paramLabel = "ort|djl",
      split = ",",
      description =
          "What runs them, ONNX Runtime or DJL; ort unless given. Both: --engine ort,djl.")
  private List<Engine> engines = List.of(Engine.ORT);

  @Option(
      names = "--form",
      paramLabel = "trainable|functions|generic|ort-cpu",
      description =
          "What ONNX Runtime gets of a TARGET: the trainable form, flat or with functions, or one to"
              + " deploy, for any target or for itself; ort-cpu unless given.")
  private Form form = Form.ORT_CPU;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "How many runs of each count; 30 unless given.")
  private @Nullable Integer runs;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description =
          "Instead of --runs: for how long, for each engine, batch and number of threads.")
  private @Nullable Double seconds;

  @Mixin private TableOptions output = new TableOptions();

  @Override
  public Integer call() throws InputException, IOException, EnvironmentException {
    checkOptions();
    List<List<Measurement>> races = new ArrayList<>();
    try (Bench bench = new Bench(entrants(), form, length())) {
      for (Setting setting : races()) {
        races.add(bench.race(setting));
      }
    } catch (BenchException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
    spec.commandLine().getOut().print(output.render(BenchTable.of(races)));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private void checkOptions() {
    batches.forEach(batch -> inRange("--batch", batch));
    threads.forEach(count -> inRange("--threads", count));
    if (runs != null) {
      inRange("--runs", runs);
    }
    if (runs != null && seconds != null) {
      refuse("--runs and --seconds both say how long: leave one out");
    }
    if (seconds != null && !(seconds > 0 && seconds <= MOST)) {
      refuse("--seconds %s is not more than 0, or more than %d".formatted(seconds, MOST));
    }
    boolean networks = targets.stream().anyMatch(target -> !OnnxFiles.isOne(target));
    if (settings.isGiven() && !networks) {
      refuse("--put and --set go with TARGETs: an ONNX model is what it is");
    }
    if (engines.contains(Engine.DJL)) {
      targets.stream()
          .filter(OnnxFiles::isOne)
          .findFirst()
          .ifPresent(file -> refuse("DJL runs no ONNX: leave out --engine djl, or " + file));
    }
  }

  private void inRange(String option, int number) {
    if (number < 1 || number > MOST) {
      refuse("%s %d is not between 1 and %d".formatted(option, number, MOST));
    }
  }

  private void refuse(String message) {
    throw new ParameterException(spec.commandLine(), message);
  }

  private Length length() {
    return seconds != null
        ? Length.ofSeconds(seconds)
        : Length.ofRounds(runs == null ? ROUNDS : runs);
  }

  private List<Setting> races() {
    List<Setting> all = new ArrayList<>();
    for (Engine engine : new LinkedHashSet<>(engines)) {
      for (int batch : new LinkedHashSet<>(batches)) {
        for (int count : new LinkedHashSet<>(threads)) {
          all.add(new Setting(engine, batch, count));
        }
      }
    }
    return all;
  }

  private List<Entrant> entrants() throws InputException {
    List<Entrant> entrants = new ArrayList<>();
    for (String target : targets) {
      if (OnnxFiles.isOne(target)) {
        entrants.add(new Entrant.OfFile(target, OnnxFiles.require(target)));
      } else {
        entrants.add(
            new Entrant.OfNetwork(target, TargetOptions.network(settings.request(target), spec)));
      }
    }
    return entrants;
  }
}
