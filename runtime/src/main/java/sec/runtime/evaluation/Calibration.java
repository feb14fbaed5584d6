package sec.runtime.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities are true: of the images that a network is 80 % sure of, it should be right
 * about 80 %. Source: "On Calibration of Modern Neural Networks" (Guo, Pleiss, Sun, Weinberger;
 * ICML 2017), with its 15 bins of equal width.
 *
 * @param bins by the probability of the class that the network decides for, from 0 up
 */
public record Calibration(List<Bin> bins) {
  /** As many as in the paper. */
  static final int BINS = 15;

  /** Keeps a copy. */
  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Images about which the network is equally sure.
   *
   * @param images how many
   * @param right how many of them it is right about
   * @param confidence the mean of the probabilities; 0 without images
   */
  public record Bin(long images, long right, double confidence) {

    /** Which share it is right about; 0 without images. */
    public double accuracy() {
      return images == 0 ? 0 : (double) right / images;
    }
  }

  /**
   * The expected calibration error, from 0 to 1: how far accuracy and confidence lie apart, the
   * mean over all images.
   */
  public double error() {
    long images = bins.stream().mapToLong(Bin::images).sum();
    return bins.stream()
            .mapToDouble(bin -> bin.images() * Math.abs(bin.accuracy() - bin.confidence()))
            .sum()
        / images;
  }

  /** Counts images. */
  static final class Counter {
    private final long[] images = new long[BINS];
    private final long[] right = new long[BINS];
    private final double[] confidence = new double[BINS];

    /** Counts one; a probability that is none falls into the first bin. */
    void add(double probability, boolean isRight) {
      // (a, b] as in the paper.
      int bin = Math.clamp((int) Math.ceil(probability * BINS) - 1, 0, BINS - 1);
      images[bin]++;
      right[bin] += isRight ? 1 : 0;
      confidence[bin] += probability;
    }

    Calibration result() {
      List<Bin> bins = new ArrayList<>();
      for (int i = 0; i < BINS; i++) {
        double mean = images[i] == 0 ? 0 : confidence[i] / images[i];
        bins.add(new Bin(images[i], right[i], mean));
      }
      return new Calibration(bins);
    }
  }
}
