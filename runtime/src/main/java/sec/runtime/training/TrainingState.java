package sec.runtime.training;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sec.runtime.optimizers.Optimizer;
import sec.runtime.optimizers.WeightAverage;

/** The arrays of a training: the network's, the optimizer's, and the averaged weights. */
final class TrainingState implements AutoCloseable {
  private static final String NETWORK = "network.";
  private static final String OPTIMIZER = "optimizer.";
  private static final String AVERAGE = "average.";

  private final Trainable network;
  private final Optimizer optimizer;
  private final @Nullable WeightAverage average;

  TrainingState(Trainable network, TrainingSettings settings) {
    this.network = network;
    this.optimizer = new Optimizer(settings.groups(), network.manager());
    double share = settings.refinements().average();
    this.average = share == 0 ? null : new WeightAverage(share, all(network), network.manager());
  }

  /** The network's parameters and buffers by path. */
  static SequencedMap<String, NDArray> all(Trainable network) {
    SequencedMap<String, NDArray> arrays = new LinkedHashMap<>(network.parameters());
    arrays.putAll(network.buffers());
    return arrays;
  }

  /** One step by the gradients as they are. */
  void step(double learningRate) {
    optimizer.step(network.parameters(), learningRate);
    if (average != null) {
      average.add(optimizer.steps() == 1);
    }
  }

  /** Forgets the gradients. */
  void leaveOut() {
    optimizer.forget(network.parameters());
  }

  /** Gives the network the averaged weights, if there are any; a second time all is as before. */
  void exchangeAverage() {
    if (average != null) {
      average.exchange();
    }
  }

  /** All arrays by name. */
  SequencedMap<String, NDArray> arrays() {
    SequencedMap<String, NDArray> arrays = new LinkedHashMap<>();
    all(network).forEach((path, array) -> arrays.put(NETWORK + path, array));
    optimizer.state().forEach((name, array) -> arrays.put(OPTIMIZER + name, array));
    if (average != null) {
      average.state().forEach((path, array) -> arrays.put(AVERAGE + path, array));
    }
    return arrays;
  }

  /** How many steps the optimizer has taken; fewer than the training's where some are left out. */
  long updates() {
    return optimizer.steps();
  }

  /**
   * Makes the optimizer's state as it is after steps, for its arrays to be filled.
   *
   * @param names of all arrays
   */
  void prepare(long updates, Iterable<String> names) {
    List<String> slots = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith(OPTIMIZER)) {
        slots.add(name.substring(OPTIMIZER.length()));
      }
    }
    optimizer.resume(updates, slots, network.parameters());
  }

  @Override
  public void close() {
    optimizer.close();
    if (average != null) {
      average.close();
    }
  }
}
