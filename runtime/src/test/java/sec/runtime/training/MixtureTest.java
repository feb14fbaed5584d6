package sec.runtime.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import sec.runtime.pipeline.Batch;

/** Where images are mixed, each label counts by its share. */
class MixtureTest {
  private static final float[] LOGITS = {3, 1, 2, 0, 5, 1};
  private static final int[] LABELS = {0, 2};
  private static final int[] OTHERS = {2, 1};
  private static final double SHARE = 0.75;

  private static Batch mixed(NDManager manager) {
    NDArray none = manager.zeros(new Shape(2, 1, 1, 1));
    NDArray labels = manager.create(new long[] {0, 2});
    NDArray others = manager.create(new long[] {2, 1});
    return new Batch(none, labels, LABELS, new Batch.Mixture(others, OTHERS, SHARE));
  }

  private static double loss(int[] labels) {
    return new Score().add(LOGITS, labels);
  }

  @Test
  void scoresCountBothLabels() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Score score = new Score();
      double loss = score.add(LOGITS, mixed(manager));
      assertEquals(SHARE * loss(LABELS) + (1 - SHARE) * loss(OTHERS), loss, 1e-12);
      assertEquals(2, score.images());
      // The first image's own class is first, and of the second image that of the other.
      assertEquals((SHARE + (1 - SHARE)) / 2, score.result().top1(), 1e-12);
      assertEquals(loss, score.result().loss(), 1e-12);
    }
  }

  @Test
  void theLossIsWhatScoresCount() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray logits = manager.create(LOGITS, new Shape(2, 3));
      double loss = CrossEntropy.mean(logits, mixed(manager), 0).toArray()[0].doubleValue();
      assertEquals(new Score().add(LOGITS, mixed(manager)), loss, 1e-6);
    }
  }
}
