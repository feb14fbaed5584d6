package sec.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sec.runtime.FiniteNumbers;
import sec.runtime.GradientRecording;
import sec.runtime.Scalars;
import sec.runtime.data.ImageData;
import sec.runtime.optimizers.GradientNorm;
import sec.runtime.pipeline.Batch;
import sec.runtime.pipeline.BatchLoader;
import sec.runtime.pipeline.EpochBatches;
import sec.runtime.pipeline.InputPipeline;

/**
 * Trains networks on one data set by mini-batches of the mean cross-entropy, and tests them after
 * each epoch.
 *
 * <p>A step is made of one batch, or of several whose gradients are added up. The same settings,
 * data and first values give the same run: an epoch's order is a function of (seed, epoch), and the
 * engine's random numbers are seeded anew for every step from (seed, step). So a checkpoint holds
 * arrays and counts, and no generator.
 */
public final class Trainer {
  private final TrainingSettings settings;
  private final InputPipeline input;
  private final ImageData data;
  private final List<TrainingListener> listeners;
  private final StopSignal stop;
  private final Diagnosis diagnosis;

  /** A trainer on images as they are, which names no layer when the loss is lost. */
  public Trainer(
      TrainingSettings settings,
      ImageData data,
      List<? extends TrainingListener> listeners,
      StopSignal stop) {
    this(settings, InputPipeline.of(data), listeners, stop, Diagnosis.NONE);
  }

  /**
   * A trainer.
   *
   * @param settings how to train
   * @param input what to learn, and what to be judged by
   * @param listeners told in this order
   * @param stop looked at before each step
   * @param diagnosis asked where numbers were lost
   */
  public Trainer(
      TrainingSettings settings,
      InputPipeline input,
      List<? extends TrainingListener> listeners,
      StopSignal stop,
      Diagnosis diagnosis) {
    this.settings = settings;
    this.input = input;
    this.data = input.data();
    this.listeners = List.copyOf(listeners);
    this.stop = stop;
    this.diagnosis = diagnosis;
  }

  /**
   * Trains a network from its present values.
   *
   * @see #train(Trainable, Checkpoints)
   */
  public TrainingResult train(Trainable network) throws DivergedException {
    return train(network, Checkpoints.none());
  }

  /**
   * Trains a network from its present values, or from the newest checkpoint on.
   *
   * @param network changed in place; keeps its last values also when this throws, and is left with
   *     the averaged weights where there are any
   * @param checkpoints where the state is kept
   * @return the numbers of all whole epochs; none of an epoch in which the training was stopped
   * @throws DivergedException if the loss or a weight is no longer finite
   * @throws IllegalArgumentException if the network has fewer outputs than the data has classes
   * @throws UnfitCheckpointException if the checkpoint is another network's, or another training's
   * @throws java.io.UncheckedIOException if a checkpoint cannot be written or read
   */
  public TrainingResult train(Trainable network, Checkpoints checkpoints) throws DivergedException {
    // Weights are changed without a record; the collector switches it on for its own lifetime.
    GradientRecording.off();
    try (Run run = new Run(network, checkpoints)) {
      return run.toEnd();
    } finally {
      listeners.forEach(TrainingListener::ended);
    }
  }

  /** One network's training under way. */
  private final class Run implements AutoCloseable {
    private final Trainable network;
    private final Checkpoints checkpoints;
    private final TrainingState state;
    private final BatchLoader images;
    private final Evaluator evaluator = new Evaluator(input, settings.batchSize());
    private final int trainSize = data.train().size();
    private final long stepsPerEpoch = Math.ceilDiv(trainSize, settings.imagesPerStep());
    private final List<EpochMetrics> epochs = new ArrayList<>();
    private long step;
    private Score score = new Score();
    private Stopwatch whole = new Stopwatch(0);
    private Stopwatch ofEpoch = new Stopwatch(0);

    Run(Trainable network, Checkpoints checkpoints) {
      this.network = network;
      this.checkpoints = checkpoints;
      this.state = new TrainingState(network, settings);
      this.images =
          input.training(settings.batchSize(), settings.seed(), Evaluator.precision(network));
    }

    TrainingResult toEnd() throws DivergedException {
      // Before anybody is told: what stands in files stays if there is no going on from it.
      Optional<Progress> from = checkpoints.restore(state, plan());
      listeners.forEach(listener -> listener.started(settings.epochs(), trainSize));
      from.ifPresent(this::resume);
      while (epochs.size() < settings.epochs() && !stop.requested()) {
        epoch(epochs.size() + 1);
      }
      boolean stopped = epochs.size() < settings.epochs();
      if (stopped) {
        requireFiniteWeights(epochs.size() + 1);
        save();
      }
      state.exchangeAverage();
      return new TrainingResult(epochs, step, whole.seconds(), stopped);
    }

    private void resume(Progress from) {
      step = from.step();
      score = new Score(from.score());
      epochs.addAll(from.epochs());
      whole = new Stopwatch(from.seconds());
      ofEpoch = new Stopwatch(from.epochSeconds());
      network.lossScale().restore(from.lossScale());
      listeners.forEach(listener -> listener.resumed(step, List.copyOf(epochs)));
    }

    private Plan plan() {
      return new Plan(
          settings.seed(),
          stepsPerEpoch,
          settings.rule().name(),
          settings.refinements().average() > 0);
    }

    private void save() {
      Progress progress =
          new Progress(
              plan(),
              step,
              state.updates(),
              score.sums(),
              ofEpoch.seconds(),
              whole.seconds(),
              epochs,
              network.lossScale().state());
      checkpoints.save(progress, state);
    }

    private void epoch(int epoch) throws DivergedException {
      if (score.images() == 0) {
        ofEpoch = new Stopwatch(0);
      }
      long stepsBefore = (epoch - 1) * stepsPerEpoch;
      Stopwatch here = new Stopwatch(0);
      double waitedBefore = images.secondsWaited();
      try (EpochBatches left = left(epoch, step - stepsBefore)) {
        while (left.hasNext()) {
          if (stop.requested()) {
            return;
          }
          step(epoch, left);
          Evaluation soFar = score.result();
          listeners.forEach(listener -> listener.stepDone(epoch, score.images(), soFar));
          if (checkpoints.due(step)) {
            requireFiniteWeights(epoch);
            save();
          }
        }
      }
      requireFiniteWeights(epoch);
      double dataWait = (images.secondsWaited() - waitedBefore) / here.seconds();
      judge(epoch, settings.schedule().learningRate(stepsBefore, stepsPerEpoch), dataWait);
    }

    /** An epoch's batches without those of its first steps. */
    private EpochBatches left(int epoch, long steps) {
      int first = Math.toIntExact(steps * settings.refinements().accumulate());
      return images.epoch(epoch - 1, Math.min(first, images.batches()));
    }

    /** Ends an epoch by its test. */
    private void judge(int epoch, double learningRate, double dataWait) {
      double seconds = ofEpoch.seconds();
      state.exchangeAverage();
      Evaluation test = evaluator.evaluate(network, stop);
      if (stop.requested()) {
        state.exchangeAverage();
        return;
      }
      EpochMetrics metrics =
          new EpochMetrics(
              epoch, learningRate, score.result(), test, seconds, trainSize / seconds, dataWait);
      listeners.forEach(listener -> listener.tested(metrics, network));
      state.exchangeAverage();
      epochs.add(metrics);
      score = new Score();
      listeners.forEach(listener -> listener.epochDone(metrics));
      save();
    }

    private void step(int epoch, EpochBatches left) throws DivergedException {
      network.manager().getEngine().setRandomSeed(StepSeed.of(settings.seed(), step));
      double learningRate = settings.schedule().learningRate(step, stepsPerEpoch);
      step++;
      long images = Math.min(settings.imagesPerStep(), trainSize - score.images());
      long end = score.images() + images;
      while (score.images() < end) {
        addGradients(epoch, left, images, learningRate);
      }
      update(learningRate);
    }

    /** Those of a batch that is part of a step of so many images. */
    private void addGradients(int epoch, EpochBatches left, long images, double learningRate)
        throws DivergedException {
      // Everything that is made here hangs below this manager and goes with it.
      try (NDManager manager = network.manager().newSubManager()) {
        Batch batch = left.next(manager);
        double part = (double) batch.labelValues().length / images;
        NDArray logits;
        try (GradientCollector gradients = manager.getEngine().newGradientCollector()) {
          logits = network.forward(batch.images(), true);
          checkOutputs(logits);
          NDArray loss = CrossEntropy.mean(logits, batch, settings.refinements().smoothing());
          double factor = part * network.lossScale().factor();
          gradients.backward(factor == 1 ? loss : Scalars.times(loss, factor));
        }
        // The host waits for the device here, before the weights are touched by what may be lost.
        double loss = score.add(ArrayValues.floats(logits), batch);
        // In single precision, which is what the network computes in.
        if (!Float.isFinite((float) loss)) {
          String layer = diagnosis.firstLost(network, batch.images()).orElse(null);
          throw DivergedException.loss(loss, epoch, step, learningRate, layer);
        }
      }
    }

    private void update(double learningRate) {
      LossScale scale = network.lossScale();
      if (scale.factor() != 1) {
        GradientNorm.multiply(network.parameters().values(), 1 / scale.factor());
      }
      if (scale.leavesOut()) {
        if (!GradientNorm.isFinite(network.parameters().values())) {
          scale.leftOut();
          state.leaveOut();
          return;
        }
        scale.taken();
      }
      double limit = settings.refinements().clipNorm();
      if (limit > 0) {
        GradientNorm.clip(network.parameters().values(), limit, network.manager());
      }
      state.step(learningRate);
    }

    /**
     * Before an epoch counts or a checkpoint is written. Nearly always the next loss shows it too;
     * but a rectifier makes zero of minus infinity, and running statistics are not used in
     * training.
     */
    private void requireFiniteWeights(int epoch) throws DivergedException {
      for (Map.Entry<String, NDArray> named : TrainingState.all(network).entrySet()) {
        if (!FiniteNumbers.in(named.getValue())) {
          double learningRate = settings.schedule().learningRate(step - 1, stepsPerEpoch);
          throw DivergedException.weights(named.getKey(), epoch, step, learningRate);
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
      evaluator.close();
      state.close();
    }
  }
}
