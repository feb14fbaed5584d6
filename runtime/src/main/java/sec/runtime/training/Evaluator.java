package sec.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import sec.runtime.GradientRecording;
import sec.runtime.data.ImageSplit;
import sec.runtime.data.Normalisation;

/** Judges networks on one set of images. */
public final class Evaluator {
  private final ImageSplit split;
  private final Normalisation normalisation;
  private final int batchSize;

  /**
   * A judge.
   *
   * @param split the images
   * @param normalisation the training images' one, not these images' own
   * @param batchSize images at a time, at least 1; no influence on the result beyond rounding
   */
  public Evaluator(ImageSplit split, Normalisation normalisation, int batchSize) {
    this.split = split;
    this.normalisation = normalisation;
    this.batchSize = Math.min(batchSize, split.size());
  }

  /**
   * Loss and accuracy of a network as it is, dropout off and BN with its running statistics. Ends
   * early, judging what it has seen, when asked to stop; it always sees one batch.
   */
  public Evaluation evaluate(Trainable network, StopSignal stop) {
    // The engine records gradients by default on every thread but the one that loaded it.
    GradientRecording.off();
    Batches batches = new Batches(split, normalisation, batchSize, precision(network));
    int[] order = Batches.inOrder(split.size());
    Score score = new Score();
    for (int start = 0; start < order.length && (start == 0 || !stop.requested()); ) {
      int end = Math.min(order.length, start + batchSize);
      try (NDManager manager = network.manager().newSubManager()) {
        Batches.Batch batch = batches.read(order, start, end, manager);
        NDArray logits = network.forward(batch.images(), false);
        score.add(ArrayValues.floats(logits), batch.labelValues());
      }
      start = end;
    }
    return score.result();
  }

  static DataType precision(Trainable network) {
    return network.parameters().isEmpty()
        ? DataType.FLOAT32
        : network.parameters().firstEntry().getValue().getDataType();
  }
}
