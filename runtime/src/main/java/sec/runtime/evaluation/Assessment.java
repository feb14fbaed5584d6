package sec.runtime.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import sec.runtime.training.Evaluation;
import sec.runtime.training.Evaluator;
import sec.runtime.training.StopSignal;
import sec.runtime.training.Trainable;

/**
 * All that is told of a network on a data set's test images.
 *
 * @param evaluation loss and accuracy
 * @param confusion how often an image of the class of a row is taken for the class of a column
 * @param calibration whether its probabilities are true
 */
@SuppressWarnings("ArrayRecordComponent") // never compared whole
public record Assessment(Evaluation evaluation, long[][] confusion, Calibration calibration) {

  /**
   * Assesses a network as it is, dropout off and BN with its running statistics. Ends early, with
   * what it has seen, when asked to stop.
   *
   * @param evaluator whose images are taken
   * @param classes how many there are
   */
  public static Assessment of(
      Trainable network, Evaluator evaluator, int classes, StopSignal stop) {
    Counter counter = new Counter(classes);
    return counter.result(evaluator.evaluate(network, stop, counter::add));
  }

  /** Counts images. */
  static final class Counter {
    private final long[][] confusion;
    private final Calibration.Counter calibration = new Calibration.Counter();

    Counter(int classes) {
      this.confusion = new long[classes][classes];
    }

    /**
     * Counts a batch.
     *
     * @param logits at least as many for each image as there are classes, image by image
     */
    void add(float[] logits, int[] labels) {
      int outputs = logits.length / labels.length;
      for (int i = 0; i < labels.length; i++) {
        float[] own = Arrays.copyOfRange(logits, i * outputs, (i + 1) * outputs);
        Prediction first = Prediction.top(own, 1).getFirst();
        confusion[labels[i]][first.label()]++;
        calibration.add(first.probability(), first.label() == labels[i]);
      }
    }

    Assessment result(Evaluation evaluation) {
      return new Assessment(evaluation, confusion, calibration.result());
    }
  }

  /** How many images were seen. */
  public long images() {
    return Arrays.stream(confusion).flatMapToLong(LongStream::of).sum();
  }

  /** How many images of a class there are. */
  public long images(int label) {
    return LongStream.of(confusion[label]).sum();
  }

  /** How many images are taken for a class, rightly or not. */
  public long taken(int label) {
    return Arrays.stream(confusion).mapToLong(row -> row[label]).sum();
  }

  /** How many images of a class are taken for it. */
  public long right(int label) {
    return confusion[label][label];
  }

  /**
   * The classes that images of this one are taken for, the most frequent first, itself left out.
   */
  public List<Integer> mistakes(int label) {
    return IntStream.range(0, confusion.length)
        .boxed()
        .filter(other -> other != label && confusion[label][other] > 0)
        .sorted((a, b) -> Long.compare(confusion[label][b], confusion[label][a]))
        .toList();
  }
}
