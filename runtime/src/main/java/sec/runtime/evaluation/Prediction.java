package sec.runtime.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import sec.runtime.LogSumExp;

/**
 * A class that an image may be of.
 *
 * @param label the class, from 0
 * @param probability that the network gives it, from 0 to 1
 */
public record Prediction(int label, double probability) {

  /**
   * The likeliest classes, the likeliest first; of equal ones the lower comes first.
   *
   * @param logits one for each class
   * @param most how many at most
   */
  public static List<Prediction> top(float[] logits, int most) {
    double[] probabilities = probabilities(logits);
    // By the logits, as unlikely classes may all come to the same; the sort is stable.
    return IntStream.range(0, logits.length)
        .boxed()
        .sorted(Comparator.comparingDouble(label -> -logits[label]))
        .limit(most)
        .map(label -> new Prediction(label, probabilities[label]))
        .toList();
  }

  /** The softmax, in double precision; NaN everywhere if a logit is no finite number. */
  private static double[] probabilities(float[] logits) {
    double all = LogSumExp.of(logits, 0, logits.length);
    double[] probabilities = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = Math.exp(logits[i] - all);
    }
    return probabilities;
  }
}
