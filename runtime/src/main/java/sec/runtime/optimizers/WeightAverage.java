package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import sec.runtime.ArrayCopy;

/**
 * An exponential moving average of a network's parameters and buffers, as {@code
 * torch.optim.swa_utils.AveragedModel} keeps it with {@code get_ema_multi_avg_fn(decay)} and {@code
 * use_buffers=True}: the first step's values, and from then on {@code decay} of the average and the
 * rest of the step's.
 */
public final class WeightAverage implements AutoCloseable {
  private final NDManager manager;
  private final Map<String, NDArray> present;
  private final SequencedMap<String, NDArray> averages = new LinkedHashMap<>();
  private final NDArray kept;
  private final NDArray added;

  /**
   * An average of no step yet; until there is one it is the present values.
   *
   * @param decay share of the average that stays at each step, from 0 up to 1
   * @param present the network's arrays by path
   * @param parent their manager
   */
  public WeightAverage(double decay, Map<String, NDArray> present, NDManager parent) {
    this.manager = parent.newSubManager();
    this.present = present;
    present.forEach((path, array) -> averages.put(path, copy(array)));
    var type = present.values().iterator().next().getDataType();
    this.kept = Optimizer.scalar(manager, decay, type);
    this.added = Optimizer.scalar(manager, 1 - decay, type);
  }

  /** Takes a step's values in. */
  public void add(boolean first) {
    averages.forEach(
        (path, average) -> {
          NDArray array = array(path);
          if (first) {
            ArrayCopy.into(average, array);
          } else {
            try (NDArray part = array.mul(added)) {
              average.muli(kept).addi(part);
            }
          }
        });
  }

  /** Gives the network the averages, and keeps its values; a second time all is as before. */
  public void exchange() {
    averages.forEach(
        (path, average) -> {
          NDArray array = array(path);
          try (NDArray own = copy(array)) {
            ArrayCopy.into(array, average);
            ArrayCopy.into(average, own);
          }
        });
  }

  /** The averages by path; alive until this is closed. */
  public SequencedMap<String, NDArray> state() {
    return Collections.unmodifiableSequencedMap(averages);
  }

  @Override
  public void close() {
    manager.close();
  }

  private NDArray array(String path) {
    NDArray array = present.get(path);
    if (array == null) {
      throw new IllegalStateException("the network has lost " + path);
    }
    return array;
  }

  private NDArray copy(NDArray array) {
    NDArray copy = manager.zeros(array.getShape(), array.getDataType());
    ArrayCopy.into(copy, array);
    return copy;
  }
}
