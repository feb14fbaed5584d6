package sec.runtime.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScoreTest {
  @Test
  void countsAcrossBatchesOfAnySize() {
    Score score = new Score();
    float[] logits = {0, 1, 2, 3, 4, 5, 6};
    score.add(repeated(logits, 2), new int[] {6, 2});
    score.add(logits, new int[] {1});

    Evaluation result = score.result();

    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    assertEquals(Math.log(sum) - (6 + 2 + 1) / 3.0, result.loss(), 1e-12);
    assertEquals(1 / 3.0, result.top1(), 1e-12);
    assertEquals(2 / 3.0, result.top5(), 1e-12);
    assertEquals(3, score.images());
  }

  @Test
  void givesATieToTheLowerClass() {
    Score score = new Score();
    score.add(new float[] {1, 1, 0, 1, 1, 0}, new int[] {0, 1});

    assertEquals(0.5, score.result().top1());
  }

  @Test
  void neverCountsANanAsAHit() {
    Score score = new Score();
    double loss = score.add(new float[] {Float.NaN, Float.NaN, 0, 0, 0, 0}, new int[] {0});

    assertTrue(Double.isNaN(loss));
    assertEquals(0, score.result().top1());
  }

  private static float[] repeated(float[] values, int times) {
    float[] all = new float[values.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = values[i % values.length];
    }
    return all;
  }
}
