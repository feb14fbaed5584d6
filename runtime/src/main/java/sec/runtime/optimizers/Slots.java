package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The arrays one parameter keeps from step to step, each as large as the parameter. */
public final class Slots {
  private final NDArray weight;
  private final NDManager manager;
  private final Map<Double, NDArray> constants;
  private final SequencedMap<String, NDArray> byName = new LinkedHashMap<>();
  private long step;

  Slots(NDArray weight, NDManager manager, Map<Double, NDArray> constants) {
    this.weight = weight;
    this.manager = manager;
    this.constants = constants;
  }

  /** The array of that name, all zeros at first. */
  public NDArray zeros(String name) {
    return byName.computeIfAbsent(
        name, key -> manager.zeros(weight.getShape(), weight.getDataType()));
  }

  /** Which of the parameter's steps is being taken, from 1. */
  public long step() {
    return step;
  }

  /**
   * A setting as an array of no dimensions. DJL would otherwise make and drop such an array at
   * every use of a number; only for numbers that do not change from step to step.
   */
  public NDArray constant(double value) {
    return constants.computeIfAbsent(value, key -> scalar(key));
  }

  /** Moves an average: {@code share} of it stays, the rest is {@code latest}. */
  public void average(NDArray kept, double share, NDArray latest) {
    try (NDArray part = latest.mul(constant(1 - share))) {
      kept.muli(constant(share)).addi(part);
    }
  }

  /** Moves an average of squares: {@code share} of it stays, the rest is the square. */
  public void averageSquare(NDArray kept, double share, NDArray latest) {
    try (NDArray square = latest.mul(latest)) {
      kept.muli(constant(share)).addi(square.muli(constant(1 - share)));
    }
  }

  /** These, at that step. */
  Slots at(long present) {
    step = present;
    return this;
  }

  /** The arrays by name, in the order of first use. */
  SequencedMap<String, NDArray> byName() {
    return Collections.unmodifiableSequencedMap(byName);
  }

  private NDArray scalar(double value) {
    return Optimizer.scalar(manager, value, weight.getDataType());
  }
}
