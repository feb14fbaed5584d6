package sec.runtime.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sec.runtime.training.Evaluation;

class AssessmentTest {
  private static final int CLASSES = 4;

  /** Every image is counted once, in the row of its class and the column of its largest logit. */
  @Test
  void countsWhatIsTakenForWhat() {
    SplittableRandom random = new SplittableRandom(1);
    Assessment.Counter counter = new Assessment.Counter(CLASSES);
    long[][] expected = new long[CLASSES][CLASSES];
    int images = 0;
    for (int batch = 1; batch <= 20; batch++) {
      float[] logits = new float[batch * CLASSES];
      int[] labels = new int[batch];
      for (int i = 0; i < batch; i++) {
        labels[i] = random.nextInt(CLASSES);
        int taken = random.nextInt(CLASSES);
        for (int k = 0; k < CLASSES; k++) {
          logits[i * CLASSES + k] = (float) random.nextDouble(-3, 3) + (k == taken ? 7 : 0);
        }
        expected[labels[i]][taken]++;
      }
      images += batch;
      counter.add(logits, labels);
    }
    Assessment assessment = counter.result(new Evaluation(0, 0, 0));

    for (int label = 0; label < CLASSES; label++) {
      assertEquals(boxed(expected[label]), boxed(assessment.confusion()[label]));
      assertEquals(expected[label][label], assessment.right(label));
    }
    assertEquals(images, assessment.images());
    long byColumn = 0;
    for (int label = 0; label < CLASSES; label++) {
      byColumn += assessment.taken(label);
    }
    assertEquals(images, byColumn);
    assertEquals(images, assessment.calibration().bins().stream().mapToLong(b -> b.images()).sum());
  }

  @Test
  void namesTheMostFrequentMistakesFirst() {
    Assessment assessment =
        new Assessment(
            new Evaluation(0, 0, 0),
            new long[][] {{9, 1, 0, 3}, {0, 1, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 0}},
            new Calibration(List.of()));

    assertEquals(List.of(3, 1), assessment.mistakes(0));
    assertEquals(List.of(), assessment.mistakes(1));
    assertEquals(0, assessment.images(3));
  }

  /** A network that is right as often as it says has no error; one that is always sure, its own. */
  @Test
  void calibrationIsTheDistanceFromTheTruth() {
    Calibration.Counter honest = new Calibration.Counter();
    Calibration.Counter boastful = new Calibration.Counter();
    for (int i = 0; i < 1000; i++) {
      honest.add(0.7, i % 10 < 7);
      boastful.add(1, i % 10 < 7);
    }

    assertEquals(0, honest.result().error(), 1e-12);
    assertEquals(0.3, boastful.result().error(), 1e-12);
  }

  /** Bins are open below and closed above, as in the paper. */
  @Test
  void aBinHasItsUpperBound() {
    Calibration.Counter counter = new Calibration.Counter();
    counter.add(0, false);
    counter.add(3.0 / Calibration.BINS, true);
    counter.add(1, true);
    List<Calibration.Bin> bins = counter.result().bins();

    assertEquals(1, bins.getFirst().images());
    assertEquals(1, bins.get(2).images());
    assertEquals(1, bins.getLast().images());
  }

  @Test
  void ranksByProbabilityAndThenByClass() {
    List<Prediction> top = Prediction.top(new float[] {0, 1000, 2, 1000, 1}, 3);

    assertEquals(List.of(1, 3, 2), top.stream().map(Prediction::label).toList());
    assertEquals(0.5, top.getFirst().probability(), 1e-12);
    assertEquals(0, top.getLast().probability(), 1e-12);
  }

  private static List<Long> boxed(long[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
