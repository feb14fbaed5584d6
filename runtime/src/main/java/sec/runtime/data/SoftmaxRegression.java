package sec.runtime.data;

/**
 * Multinomial logistic regression on the normalised pixels: the baseline a network has to beat.
 *
 * <p>One weight per class and input number and one bias per class, all 0 at first, trained on the
 * mean cross-entropy of a mini-batch by plain stochastic gradient descent. Every sum is taken in a
 * fixed order with the arithmetic Java defines to the last bit, so that the same data and settings
 * give the same accuracy on every machine.
 */
public final class SoftmaxRegression {
  private final int inputs;
  private final int classes;
  private final float[][] weights;
  private final float[] biases;

  private SoftmaxRegression(int inputs, int classes) {
    this.inputs = inputs;
    this.classes = classes;
    this.weights = new float[classes][inputs];
    this.biases = new float[classes];
  }

  /**
   * How to train.
   *
   * @param epochs passes over the training split, at least 1
   * @param batchSize samples per step, at least 1; an epoch's last batch may be smaller
   * @param learningRate step size of the first epoch, above 0
   * @param decay factor on the step size after each epoch, above 0
   * @param seed decides the order of the samples, see {@link EpochOrder}
   */
  public record Settings(int epochs, int batchSize, double learningRate, double decay, long seed) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Settings {
      if (epochs < 1 || batchSize < 1 || !(learningRate > 0) || !(decay > 0)) {
        throw new IllegalArgumentException(
            "epochs, batch size, learning rate and decay must be above 0");
      }
    }

    /** Six epochs in batches of 64, with a step size of 0.005 that shrinks to 0.7 of itself. */
    public static Settings standard(long seed) {
      return new Settings(6, 64, 0.005, 0.7, seed);
    }
  }

  /**
   * Shares of test images, from 0 to 1.
   *
   * @param top1 the share whose class got the highest score
   * @param top5 the share whose class was among the five highest scores
   */
  public record Accuracy(double top1, double top5) {}

  /** Trains on images of so many classes and judges on others. */
  public static Accuracy evaluate(
      NormalisedImages train, NormalisedImages test, int classes, Settings settings) {
    SoftmaxRegression model = new SoftmaxRegression(train.imageLength(), classes);
    double rate = settings.learningRate();
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      model.trainEpoch(train, settings, epoch, rate);
      rate *= settings.decay();
    }
    return model.judge(test);
  }

  private void trainEpoch(NormalisedImages train, Settings settings, int epoch, double rate) {
    int size = train.size();
    int[] order = EpochOrder.permutation(settings.seed(), epoch, size);
    float[] image = new float[inputs];
    float[] scores = new float[classes];
    for (int start = 0; start < size; start += settings.batchSize()) {
      int end = Math.min(size, start + settings.batchSize());
      float[][] slopes = new float[classes][inputs];
      float[] biasSlopes = new float[classes];
      for (int i = start; i < end; i++) {
        int label = train.write(order[i], image);
        score(image, scores);
        toErrors(scores, label);
        for (int k = 0; k < classes; k++) {
          addScaled(slopes[k], scores[k], image);
          biasSlopes[k] += scores[k];
        }
      }
      float step = (float) (-rate / (end - start));
      for (int k = 0; k < classes; k++) {
        addScaled(weights[k], step, slopes[k]);
      }
      addScaled(biases, step, biasSlopes);
    }
  }

  private Accuracy judge(NormalisedImages test) {
    float[] image = new float[inputs];
    float[] scores = new float[classes];
    int first = 0;
    int amongFive = 0;
    for (int i = 0; i < test.size(); i++) {
      int label = test.write(i, image);
      score(image, scores);
      int rank = rank(scores, label);
      first += rank == 0 ? 1 : 0;
      amongFive += rank < 5 ? 1 : 0;
    }
    return new Accuracy((double) first / test.size(), (double) amongFive / test.size());
  }

  private void score(float[] image, float[] scores) {
    for (int k = 0; k < classes; k++) {
      scores[k] = biases[k] + dot(weights[k], image);
    }
  }

  /** Turns scores into the loss's slope along each: the softmax, less 1 for the true class. */
  private static void toErrors(float[] scores, int label) {
    double highest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      double share = StrictMath.exp(scores[k] - highest);
      scores[k] = (float) share;
      sum += share;
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) (scores[k] / sum) - (k == label ? 1 : 0);
    }
  }

  /** How many classes come before the label's; of equal scores the lower class comes first. */
  private static int rank(float[] scores, int label) {
    int before = 0;
    for (int k = 0; k < scores.length; k++) {
      if (scores[k] > scores[label] || (scores[k] == scores[label] && k < label)) {
        before++;
      }
    }
    return before;
  }

  /** The sum of products, as four interleaved sums so that they need not wait for one another. */
  private static float dot(float[] a, float[] b) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      sum0 += a[i] * b[i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  private static void addScaled(float[] target, float factor, float[] addend) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * addend[i];
    }
  }
}
