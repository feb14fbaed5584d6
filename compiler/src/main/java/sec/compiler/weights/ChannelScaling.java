package sec.compiler.weights;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the levels of an image, 0 to 255, become what a network reads: {@code (level / 255 - mean) /
 * std}.
 *
 * @param mean one for each channel
 * @param std one for each channel, above 0
 */
public record ChannelScaling(List<Float> mean, List<Float> std) {

  /**
   * Keeps copies.
   *
   * @throws IllegalArgumentException if there are not as many of one as of the other, a mean is not
   *     finite, or a deviation is not finite and above 0
   */
  public ChannelScaling {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.size() != std.size()) {
      throw new IllegalArgumentException(mean.size() + " means and " + std.size() + " deviations");
    }
    if (!mean.stream().allMatch(Float::isFinite)
        || !std.stream().allMatch(x -> Float.isFinite(x) && x > 0)) {
      throw new IllegalArgumentException(
          "means have to be finite, and deviations finite and above 0");
    }
  }

  /** How many channels it is for. */
  public int channels() {
    return mean.size();
  }

  /**
   * The scaling of these two texts.
   *
   * @throws IllegalArgumentException if they are none
   * @see #text
   */
  static ChannelScaling of(String mean, String std) {
    return new ChannelScaling(numbers(mean), numbers(std));
  }

  private static List<Float> numbers(String text) {
    return Stream.of(text.split(",")).map(String::strip).map(Float::valueOf).toList();
  }

  /** Numbers as metadata has them: {@code 0.485,0.456,0.406}. */
  public static String text(List<Float> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
