package sec.runtime.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a training stands between two steps; with the arrays, all that the rest of it depends on.
 *
 * @param plan what these numbers rest on
 * @param step how many steps have been taken
 * @param updates how many of them changed the weights
 * @param score of the epoch under way
 * @param epochSeconds spent on the epoch under way
 * @param seconds spent in all
 * @param epochs the numbers of each whole epoch
 * @param lossScale the state of {@link LossScale}
 */
public record Progress(
    Plan plan,
    long step,
    long updates,
    Score.Sums score,
    double epochSeconds,
    double seconds,
    List<EpochMetrics> epochs,
    Map<String, Double> lossScale) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Keeps copies. */
  public Progress {
    Objects.requireNonNull(plan, "a checkpoint says what its counts rest on");
    epochs = List.copyOf(epochs);
    lossScale = Map.copyOf(lossScale);
  }

  /** As JSON, numbers to the last bit. */
  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What {@link #json} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Progress of(String json) {
    try {
      return JSON.readValue(json, Progress.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the progress is not readable: " + e.getMessage(), e);
    }
  }
}
