package sec.verify.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import sec.compiler.inference.Model;
import sec.compiler.ir.Network;
import sec.compiler.weights.TrialWeights;
import sec.compiler.weights.Weights;
import sec.runtime.EnvironmentException;
import sec.verify.Form;
import sec.verify.TemporaryFolder;

/** Races of the same entrants under several settings, one after the other. */
public final class Bench implements AutoCloseable {
  static final long SEED = 1;

  private final List<Entrant> entrants;
  private final Form form;
  private final Length length;
  private final TemporaryFolder folder;

  /** Models that have been written, by entrant. */
  private final Map<Entrant, Path> files = new HashMap<>();

  /**
   * Readies races.
   *
   * @param form what ONNX Runtime gets of a network
   * @throws IOException if there is no room for temporary files
   */
  public Bench(List<Entrant> entrants, Form form, Length length) throws IOException {
    this.entrants = List.copyOf(entrants);
    this.form = form;
    this.length = length;
    this.folder = new TemporaryFolder();
  }

  /**
   * Runs one race.
   *
   * @return what each entrant took, in their order
   * @throws BenchException if one cannot run under {@code setting}
   */
  public List<Measurement> race(Setting setting)
      throws BenchException, IOException, EnvironmentException {
    List<Runner> runners = new ArrayList<>();
    List<OptionalLong> memory = new ArrayList<>();
    try {
      for (Entrant entrant : entrants) {
        open(entrant, setting, runners, memory);
      }
      List<long[]> times = new Race(System::nanoTime).run(runners, length);
      List<Measurement> measurements = new ArrayList<>();
      for (int i = 0; i < times.size(); i++) {
        measurements.add(
            new Measurement(entrants.get(i).name(), setting, times.get(i), memory.get(i)));
      }
      return measurements;
    } finally {
      runners.forEach(Runner::close);
    }
  }

  private void open(
      Entrant entrant, Setting setting, List<Runner> runners, List<OptionalLong> memory)
      throws BenchException, IOException, EnvironmentException {
    switch (setting.engine()) {
      case ORT -> {
        Path file = file(entrant);
        OptionalLong start = ResidentMemory.start();
        runners.add(new OnnxRunner(entrant.name(), file, setting));
        runners.getLast().run();
        memory.add(ResidentMemory.growth(start));
      }
      case DJL -> {
        if (!(entrant instanceof Entrant.OfNetwork(String name, Network network))) {
          throw new BenchException(
              entrant.name() + ": DJL runs no ONNX; leave it to the engine ort");
        }
        Weights weights = TrialWeights.of(SEED, network);
        OptionalLong start = ResidentMemory.start();
        runners.add(new JavaRunner(network, weights, setting));
        runners.getLast().run();
        memory.add(ResidentMemory.growth(start));
      }
    }
  }

  private Path file(Entrant entrant) throws IOException {
    return switch (entrant) {
      case Entrant.OfFile(String name, Path file) -> file;
      case Entrant.OfNetwork(String name, Network network) -> {
        Path written = files.get(entrant);
        if (written == null) {
          written = folder.file(files.size() + ".onnx");
          form.write(written, new Model(network, TrialWeights.of(SEED, network)));
          files.put(entrant, written);
        }
        yield written;
      }
    };
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
