package sec.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import sec.runtime.GradientRecording;
import sec.runtime.pipeline.Batch;
import sec.runtime.pipeline.BatchLoader;
import sec.runtime.pipeline.EpochBatches;
import sec.runtime.pipeline.InputPipeline;

/**
 * Judges networks on a data set's test images. The memory and the threads for the images are the
 * same each time, until this is closed.
 */
public final class Evaluator implements AutoCloseable {
  private final InputPipeline input;
  private final int batchSize;
  private @Nullable BatchLoader images;
  private @Nullable DataType imagesPrecision;

  /**
   * A judge.
   *
   * @param input whose test images are taken
   * @param batchSize images at a time, at least 1; no influence on the result beyond rounding
   */
  public Evaluator(InputPipeline input, int batchSize) {
    this.input = input;
    this.batchSize = batchSize;
  }

  /**
   * Loss and accuracy of a network as it is, dropout off and BN with its running statistics. Ends
   * early, judging what it has seen, when asked to stop; it always sees one batch.
   */
  public Evaluation evaluate(Trainable network, StopSignal stop) {
    return evaluate(network, stop, (logits, labels) -> {});
  }

  /**
   * The same, and shows what it is made from.
   *
   * @param answers receives each batch's logits, image by image, and its labels
   */
  public Evaluation evaluate(
      Trainable network, StopSignal stop, BiConsumer<float[], int[]> answers) {
    // The engine records gradients by default on every thread but the one that loaded it.
    GradientRecording.off();
    Score score = new Score();
    try (EpochBatches batches = images(precision(network)).epoch(0, 0)) {
      while (batches.hasNext() && (score.images() == 0 || !stop.requested())) {
        try (NDManager manager = network.manager().newSubManager()) {
          Batch batch = batches.next(manager);
          NDArray logits = network.forward(batch.images(), false);
          float[] values = ArrayValues.floats(logits);
          score.add(values, batch.labelValues());
          answers.accept(values, batch.labelValues());
        }
      }
    }
    return score.result();
  }

  private BatchLoader images(DataType precision) {
    BatchLoader ready = images;
    if (ready == null || precision != imagesPrecision) {
      close();
      ready = input.testing(batchSize, precision);
      images = ready;
      imagesPrecision = precision;
    }
    return ready;
  }

  /** Ends the threads. */
  @Override
  public void close() {
    if (images != null) {
      images.close();
      images = null;
    }
  }

  static DataType precision(Trainable network) {
    return network.parameters().isEmpty()
        ? DataType.FLOAT32
        : network.parameters().firstEntry().getValue().getDataType();
  }
}
