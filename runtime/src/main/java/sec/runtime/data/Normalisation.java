package sec.runtime.data;

/**
 * The mean and standard deviation of each channel, as fractions of the full level 255, and the map
 * {@code level -> (level / 255 - mean) / std} that they define.
 *
 * <p>A data set's normalisation is measured on its training split alone; the test split is put
 * through the same map.
 */
public final class Normalisation {
  private static final int LEVELS = 256;

  private final float[] mean;
  private final float[] std;
  private final float[][] byLevel;

  /**
   * A normalisation with the given numbers, one of each per channel.
   *
   * @throws IllegalArgumentException if there is no channel, the arrays differ in length, a mean is
   *     not finite, or a deviation is not positive and finite
   */
  public Normalisation(float[] mean, float[] std) {
    if (mean.length == 0 || mean.length != std.length) {
      throw new IllegalArgumentException(mean.length + " means and " + std.length + " deviations");
    }
    this.mean = mean.clone();
    this.std = std.clone();
    this.byLevel = new float[mean.length][LEVELS];
    for (int c = 0; c < mean.length; c++) {
      if (!Float.isFinite(mean[c]) || !Float.isFinite(std[c]) || std[c] <= 0) {
        throw new IllegalArgumentException(
            "channel " + c + " has the mean " + mean[c] + " and the deviation " + std[c]);
      }
      for (int level = 0; level < LEVELS; level++) {
        byLevel[c][level] = (level / 255f - mean[c]) / std[c];
      }
    }
  }

  /**
   * Measures a split's channels.
   *
   * <p>The sums are integers, hence exact and independent of the order. The deviation is that of
   * the population. A channel that is the same everywhere gets the deviation 1, so that it becomes
   * zero.
   */
  public static Normalisation of(ImageSplit split) {
    float[] mean = new float[split.channels()];
    float[] std = new float[split.channels()];
    for (int c = 0; c < split.channels(); c++) {
      long[] histogram = split.histogram(c);
      long count = 0;
      long sum = 0;
      long squares = 0;
      for (int level = 0; level < LEVELS; level++) {
        count += histogram[level];
        sum += level * histogram[level];
        squares += (long) level * level * histogram[level];
      }
      double average = (double) sum / count;
      double variance = (double) squares / count - average * average;
      boolean constant = count == histogram[(int) Math.round(average)];
      mean[c] = (float) (average / 255);
      std[c] = constant ? 1 : (float) (Math.sqrt(variance) / 255);
    }
    return new Normalisation(mean, std);
  }

  /** The number of channels. */
  public int channels() {
    return mean.length;
  }

  /** A channel's mean, from 0 to 1 if measured. */
  public float mean(int channel) {
    return mean[channel];
  }

  /** A channel's standard deviation, above 0. */
  public float std(int channel) {
    return std[channel];
  }

  /** The normalised number for each of a channel's 256 levels; not to be written to. */
  float[] byLevel(int channel) {
    return byLevel[channel];
  }
}
