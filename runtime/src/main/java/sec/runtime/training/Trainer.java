package sec.runtime.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sec.runtime.GradientRecording;
import sec.runtime.data.ImageData;
import sec.runtime.optimizers.Optimizer;
import sec.runtime.pipeline.Batch;
import sec.runtime.pipeline.BatchLoader;
import sec.runtime.pipeline.EpochBatches;
import sec.runtime.pipeline.InputPipeline;

/**
 * Trains networks on one data set by mini-batches of the mean cross-entropy, and tests them after
 * each epoch.
 *
 * <p>The same settings, data and first values give the same run: an epoch's order is a function of
 * (seed, epoch), and the engine's random numbers are seeded anew for every step from (seed, step).
 */
public final class Trainer {
  private final TrainingSettings settings;
  private final InputPipeline input;
  private final ImageData data;
  private final List<TrainingListener> listeners;
  private final StopSignal stop;
  private final Evaluator evaluator;

  /**
   * A trainer on images as they are.
   *
   * @see #Trainer(TrainingSettings, InputPipeline, List, StopSignal)
   */
  public Trainer(
      TrainingSettings settings,
      ImageData data,
      List<? extends TrainingListener> listeners,
      StopSignal stop) {
    this(settings, InputPipeline.of(data), listeners, stop);
  }

  /**
   * A trainer.
   *
   * @param settings how to train
   * @param input what to learn, and what to be judged by
   * @param listeners told in this order
   * @param stop looked at before each step
   */
  public Trainer(
      TrainingSettings settings,
      InputPipeline input,
      List<? extends TrainingListener> listeners,
      StopSignal stop) {
    this.settings = settings;
    this.input = input;
    this.data = input.data();
    this.listeners = List.copyOf(listeners);
    this.stop = stop;
    this.evaluator = new Evaluator(input, settings.batchSize());
  }

  /**
   * Trains a network from its present values.
   *
   * @param network changed in place; keeps its last values also when this throws
   * @return the numbers of all whole epochs; none of an epoch in which the training was stopped
   * @throws DivergedException if the loss or a weight is no longer finite
   * @throws IllegalArgumentException if the network has fewer outputs than the data has classes
   */
  public TrainingResult train(Trainable network) throws DivergedException {
    // Weights are changed without a record; the collector switches it on for its own lifetime.
    GradientRecording.off();
    listeners.forEach(listener -> listener.started(settings.epochs(), data.train().size()));
    try (Run run = new Run(network)) {
      return run.toEnd();
    } finally {
      listeners.forEach(TrainingListener::ended);
    }
  }

  /** One network's training under way. */
  private final class Run implements AutoCloseable {
    private final Trainable network;
    private final Optimizer optimizer;
    private final BatchLoader images;
    private final int trainSize = data.train().size();
    private final long stepsPerEpoch = Math.ceilDiv(trainSize, settings.batchSize());
    private long step;

    Run(Trainable network) {
      this.network = network;
      this.optimizer = new Optimizer(settings.rule(), network.manager());
      this.images =
          input.training(settings.batchSize(), settings.seed(), Evaluator.precision(network));
    }

    TrainingResult toEnd() throws DivergedException {
      long begin = System.nanoTime();
      List<EpochMetrics> epochs = new ArrayList<>();
      for (int epoch = 1; epoch <= settings.epochs() && !stop.requested(); epoch++) {
        epoch(epoch, epochs);
      }
      boolean stopped = epochs.size() < settings.epochs();
      return new TrainingResult(epochs, step, secondsSince(begin), stopped);
    }

    private void epoch(int epoch, List<EpochMetrics> epochs) throws DivergedException {
      double learningRate = settings.schedule().learningRate(step, stepsPerEpoch);
      Score score = new Score();
      long begin = System.nanoTime();
      try (EpochBatches batches = images.epoch(epoch - 1, 0)) {
        while (batches.hasNext()) {
          if (stop.requested()) {
            return;
          }
          step(epoch, batches, score);
          Evaluation soFar = score.result();
          listeners.forEach(listener -> listener.stepDone(epoch, score.images(), soFar));
        }
      }
      requireFiniteWeights(epoch);
      double seconds = secondsSince(begin);
      Evaluation test = evaluator.evaluate(network, stop);
      if (stop.requested()) {
        return;
      }
      EpochMetrics metrics =
          new EpochMetrics(epoch, learningRate, score.result(), test, seconds, trainSize / seconds);
      epochs.add(metrics);
      listeners.forEach(listener -> listener.epochDone(metrics));
    }

    private void step(int epoch, EpochBatches batches, Score score) throws DivergedException {
      Engine engine = network.manager().getEngine();
      engine.setRandomSeed(StepSeed.of(settings.seed(), step));
      double learningRate = settings.schedule().learningRate(step, stepsPerEpoch);
      step++;
      // Everything a step makes hangs below this manager and goes with it.
      try (NDManager manager = network.manager().newSubManager()) {
        Batch batch = batches.next(manager);
        NDArray logits;
        try (GradientCollector gradients = engine.newGradientCollector()) {
          logits = network.forward(batch.images(), true);
          checkOutputs(logits);
          gradients.backward(CrossEntropy.mean(logits, batch));
        }
        optimizer.step(network.parameters(), learningRate);
        // The one place where the host waits for the device, after all work has been handed out.
        double loss = score.add(ArrayValues.floats(logits), batch);
        // In single precision, which is what the network computes in.
        if (!Float.isFinite((float) loss)) {
          throw DivergedException.loss(loss, epoch, step, learningRate);
        }
      }
    }

    /**
     * Before an epoch counts. Nearly always the next loss shows it too; but a rectifier makes zero
     * of minus infinity, and running statistics are not used in training.
     */
    private void requireFiniteWeights(int epoch) throws DivergedException {
      Map<String, NDArray> arrays = new LinkedHashMap<>(network.parameters());
      arrays.putAll(network.buffers());
      for (Map.Entry<String, NDArray> named : arrays.entrySet()) {
        // Zero times a finite number is zero; times any other it is NaN.
        try (NDArray zeros = named.getValue().mul(0);
            NDArray sum = zeros.sum()) {
          if (Double.isNaN(sum.toArray()[0].doubleValue())) {
            double learningRate = settings.schedule().learningRate(step - 1, stepsPerEpoch);
            throw DivergedException.weights(named.getKey(), epoch, step, learningRate);
          }
        }
      }
    }

    private void checkOutputs(NDArray logits) {
      if (logits.getShape().dimension() != 2 || logits.getShape().get(1) < data.classCount()) {
        throw new IllegalArgumentException(
            "the network gives "
                + logits.getShape()
                + " for a batch, but "
                + data.name()
                + " has "
                + data.classCount()
                + " classes");
      }
    }

    @Override
    public void close() {
      images.close();
      optimizer.close();
    }
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
