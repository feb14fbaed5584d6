package sec.runtime.experiment;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import sec.compiler.Version;
import sec.compiler.ir.Network;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.TrainedOn;
import sec.runtime.EnvironmentException;
import sec.runtime.data.ImageData;
import sec.runtime.pipeline.InputPipeline;
import sec.runtime.runs.RunDirectory;
import sec.runtime.training.Checkpoints;
import sec.runtime.training.DivergedException;
import sec.runtime.training.StopSignal;
import sec.runtime.training.Trainable;
import sec.runtime.training.Trainer;
import sec.runtime.training.TrainingListener;
import sec.runtime.training.TrainingResult;
import sec.runtime.training.TrainingSettings;

/**
 * From a network to a trained one: gives it its initial weights, holds what is to compute it to its
 * generated Java, trains it, and keeps what came of it.
 */
public final class NetworkTraining {
  /** How libtorch words it: its allocator on the CPU, and CUDA's. */
  private static final Pattern NO_MEMORY =
      Pattern.compile("allocate memory|out of memory|bad_alloc", Pattern.CASE_INSENSITIVE);

  private final InputPipeline input;
  private final ImageData data;
  private final TrainingSettings settings;
  private final NetworkEngine engine;
  private final StopSignal stop;

  /**
   * Trainings of one kind.
   *
   * @param input what to learn
   * @param settings how; the seed also draws the initial weights
   * @param engine what computes, and where
   * @param stop looked at before each step
   */
  public NetworkTraining(
      InputPipeline input, TrainingSettings settings, NetworkEngine engine, StopSignal stop) {
    this.input = input;
    this.data = input.data();
    this.settings = settings;
    this.engine = engine;
    this.stop = stop;
  }

  /**
   * Trains a network. Its last weights are kept also when it was stopped.
   *
   * @param network what to train; as many results as the data has classes
   * @param directory where metrics and weights go
   * @param checkpoints where the state is kept, and what is gone on from
   * @param listeners told as it goes
   * @throws EnvironmentException if Java runs without a compiler, the memory does not do, or the
   *     network computes something else than it should
   * @throws DivergedException if the loss is no longer finite
   * @throws IOException if the weights cannot be written
   */
  public TrainingResult train(
      Network network,
      RunDirectory directory,
      Checkpoints checkpoints,
      List<? extends TrainingListener> listeners)
      throws EnvironmentException, DivergedException, IOException {
    List<TrainingListener> all = new ArrayList<>(listeners);
    all.add(directory);
    directory.describeWeights(metadata(network));
    engine.check(network, InitialWeights.of(settings.seed(), network));
    try (Trainable trainable = engine.network(network, settings.seed())) {
      Trainer trainer =
          new Trainer(settings, input, all, stop, new LostLayer(network, engine.largest()));
      TrainingResult result = trainer.train(trainable, checkpoints);
      directory.saveWeights(trainable);
      return result;
    } catch (DivergedException e) {
      Optional<Path> last = directory.checkpoints(1).newest();
      throw last.isPresent() ? e.withCheckpoint(last.get()) : e;
    } catch (EngineException e) {
      if (NO_MEMORY.matcher(String.valueOf(e.getMessage())).find()) {
        throw noMemory(network, e);
      }
      throw e;
    } catch (OutOfMemoryError e) {
      throw noMemory(network, e);
    }
  }

  private EnvironmentException noMemory(Network network, Throwable cause) {
    return new EnvironmentException(
        "There is not enough memory to train %s with batches of %,d on %s; a smaller batch takes less"
            .formatted(network.name(), settings.batchSize(), engine.device()),
        cause);
  }

  private Map<String, String> metadata(Network network) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("net", network.name());
    metadata.put("data", data.name());
    metadata.putAll(
        TrainedOn.metadata(
            network.input(),
            data.classNames(),
            data.normalisation().scaling(),
            input.preparation().toString()));
    metadata.put("seed", Long.toString(settings.seed()));
    metadata.put("producer", "sec " + Version.current());
    return metadata;
  }
}
