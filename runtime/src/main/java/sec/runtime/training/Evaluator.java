package sec.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.function.BiConsumer;
import sec.runtime.GradientRecording;
import sec.runtime.pipeline.Batch;
import sec.runtime.pipeline.BatchLoader;
import sec.runtime.pipeline.EpochBatches;
import sec.runtime.pipeline.InputPipeline;

/** Judges networks on a data set's test images. */
public final class Evaluator {
  private final InputPipeline input;
  private final int batchSize;

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
    try (BatchLoader loader = input.testing(batchSize, precision(network));
        EpochBatches batches = loader.epoch(0, 0)) {
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

  static DataType precision(Trainable network) {
    return network.parameters().isEmpty()
        ? DataType.FLOAT32
        : network.parameters().firstEntry().getValue().getDataType();
  }
}
