package sec.compiler.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;

/**
 * What a file of weights says of the images they were trained on: whoever uses the weights needs
 * it. The one place that knows its keys.
 */
public final class TrainedOn {
  private static final String CLASSES = "classes";
  private static final String MEAN = "mean";
  private static final String STD = "std";
  private static final String INPUT = "input";
  private static final String PREPARE = "prepare";
  private static final Pattern MAP = Pattern.compile("\\[(\\d{1,9}), (\\d{1,9}), (\\d{1,9})]");

  private final Map<String, String> said;

  /** What is said in a file's {@code metadata}, which may be nothing. */
  public TrainedOn(Map<String, String> metadata) {
    this.said = metadata;
  }

  /**
   * What there is to say, as metadata.
   *
   * @param classNames one for each number of the result
   * @param preparation the transforms of test images, as text; empty for none
   */
  public static Map<String, String> metadata(
      Shape input, List<String> classNames, ChannelScaling scaling, String preparation) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(INPUT, input.toString());
    metadata.put(CLASSES, String.join("\n", classNames));
    metadata.put(MEAN, ChannelScaling.text(scaling.mean()));
    metadata.put(STD, ChannelScaling.text(scaling.std()));
    if (!preparation.isEmpty()) {
      metadata.put(PREPARE, preparation);
    }
    return metadata;
  }

  /** The names of the classes; none if nothing is said. */
  public List<String> classNames() {
    return said.getOrDefault(CLASSES, "").lines().toList();
  }

  /** The transforms of test images, as text; empty if there were none, or nothing is said. */
  public String preparation() {
    return said.getOrDefault(PREPARE, "");
  }

  /** The shape of the images as the network reads them; null if nothing is said. */
  public @Nullable Shape input() {
    Matcher map = MAP.matcher(said.getOrDefault(INPUT, ""));
    return map.matches()
        ? Shape.of(
            Integer.parseInt(map.group(1)),
            Integer.parseInt(map.group(2)),
            Integer.parseInt(map.group(3)))
        : null;
  }

  /**
   * How images become the network's input; null if nothing is said.
   *
   * @throws WeightsException if what is said is no mean and deviation of channels
   */
  public @Nullable ChannelScaling scaling() throws WeightsException {
    String mean = said.get(MEAN);
    String std = said.get(STD);
    if (mean == null || std == null) {
      return null;
    }
    try {
      return ChannelScaling.of(mean, std);
    } catch (IllegalArgumentException e) {
      throw new WeightsException(
          "the weights' file says mean \"%s\" and std \"%s\", which are no numbers of channels"
              .formatted(mean, std));
    }
  }
}
