package sec.runtime.data;

import java.util.List;
import java.util.stream.IntStream;
import sec.compiler.weights.ChannelScaling;

/**
 * The mean and standard deviation of each channel, as fractions of the full level 255, and the map
 * {@code level -> (level / 255 - mean) / std} that they define.
 *
 * <p>A data set's normalisation is measured on its training split alone; the test split is put
 * through the same map.
 */
public final class Normalisation {
  private static final int LEVELS = 256;

  /** Images of many sizes are read one by one, which takes milliseconds each. */
  private static final int MEASURED = 1000;

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
   * Measures the channels of images.
   *
   * <p>Of a set with more than {@value #MEASURED} images that are read from files, as many are
   * taken, evenly spread. The sums are integers, hence exact and independent of the order. The
   * deviation is that of the population. A channel that is the same everywhere gets the deviation
   * 1, so that it becomes zero.
   *
   * @throws UncheckedDataException if an image cannot be read
   */
  public static Normalisation of(LabelledImages images) {
    int all = images.size();
    int taken = images.shape() == null ? Math.min(all, MEASURED) : all;
    long[][] histograms =
        IntStream.range(0, taken)
            .parallel()
            .collect(
                Histograms::new,
                (sum, i) -> sum.add(images, (int) ((long) i * all / taken)),
                Histograms::merge)
            .counts;
    float[] mean = new float[histograms.length];
    float[] std = new float[histograms.length];
    for (int c = 0; c < histograms.length; c++) {
      measure(histograms[c], mean, std, c);
    }
    return new Normalisation(mean, std);
  }

  private static void measure(long[] histogram, float[] mean, float[] std, int channel) {
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
    mean[channel] = (float) (average / 255);
    std[channel] = constant ? 1 : (float) (Math.sqrt(variance) / 255);
  }

  /** How often each level occurs in each channel. */
  private static final class Histograms {
    private final Pixels pixels = new Pixels();
    private long[][] counts = {};

    void add(LabelledImages images, int image) {
      images.read(image, pixels);
      int plane = pixels.height() * pixels.width();
      grow(pixels.channels());
      for (int c = 0; c < pixels.channels(); c++) {
        for (int i = c * plane; i < (c + 1) * plane; i++) {
          counts[c][Byte.toUnsignedInt(pixels.bytes()[i])]++;
        }
      }
    }

    void merge(Histograms other) {
      grow(other.counts.length);
      for (int c = 0; c < other.counts.length; c++) {
        for (int level = 0; level < LEVELS; level++) {
          counts[c][level] += other.counts[c][level];
        }
      }
    }

    private void grow(int channels) {
      if (counts.length < channels) {
        counts = new long[channels][LEVELS];
      }
    }
  }

  /** The one that weights were trained with. */
  public static Normalisation of(ChannelScaling scaling) {
    return new Normalisation(array(scaling.mean()), array(scaling.std()));
  }

  private static float[] array(List<Float> numbers) {
    float[] array = new float[numbers.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = numbers.get(i);
    }
    return array;
  }

  /** The same, as files of weights have it. */
  public ChannelScaling scaling() {
    return new ChannelScaling(list(mean), list(std));
  }

  private static List<Float> list(float[] numbers) {
    return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList();
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
  public float[] byLevel(int channel) {
    return byLevel[channel];
  }
}
