package sec.compiler.backend.onnx;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How the levels of an image, 0 to 255, become what a network reads: {@code (level / 255 - mean) /
 * std}.
 *
 * @param mean one for each channel
 * @param std one for each channel, above 0
 */
public record ChannelScaling(List<Float> mean, List<Float> std) {

  /** Keeps copies. */
  public ChannelScaling {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.size() != std.size()) {
      throw new IllegalArgumentException(mean.size() + " means and " + std.size() + " deviations");
    }
  }

  /** How many channels it is for. */
  public int channels() {
    return mean.size();
  }

  /** Numbers as metadata has them: {@code 0.485,0.456,0.406}. */
  static String text(List<Float> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
