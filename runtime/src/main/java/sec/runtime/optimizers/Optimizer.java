package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * An update rule at work on one network: the rule, and its state keyed by the parameters' paths.
 *
 * <p>It sets each gradient to zero after use; whoever computes the next one may add to it.
 */
public final class Optimizer implements AutoCloseable {
  private final UpdateRule rule;
  private final NDManager manager;
  private final Map<Double, NDArray> constants = new HashMap<>();
  private final SequencedMap<String, Slots> slots = new LinkedHashMap<>();

  /**
   * An optimizer without state yet.
   *
   * @param rule what it does
   * @param parent the manager of the parameters; the state lives on its device, until this is
   *     closed
   */
  public Optimizer(UpdateRule rule, NDManager parent) {
    this.rule = rule;
    this.manager = parent.newSubManager();
  }

  /**
   * One step of every parameter.
   *
   * @param parameters by path, each with its gradient; the thread must not be recording gradients
   * @param learningRate this step's
   */
  public void step(Map<String, NDArray> parameters, double learningRate) {
    parameters.forEach(
        (path, weight) -> {
          // A handle of its own on the gradient, which would otherwise live as long as the weight.
          try (NDArray gradient = weight.getGradient()) {
            rule.update(
                weight,
                gradient,
                slots.computeIfAbsent(path, key -> new Slots(weight, manager, constants)),
                learningRate);
          }
          // Written as 0, where the engine's own way, the gradient less itself, would keep a NaN.
          JniUtils.zeroGrad((PtNDArray) weight);
        });
  }

  /** The state by name, {@code <path>.<slot>}; alive until this is closed. */
  public SequencedMap<String, NDArray> state() {
    SequencedMap<String, NDArray> state = new LinkedHashMap<>();
    slots.forEach(
        (path, kept) ->
            kept.byName().forEach((name, array) -> state.put(path + "." + name, array)));
    return state;
  }

  /** Frees the state. */
  @Override
  public void close() {
    manager.close();
  }

  /** A number as an array of no dimensions and of the given type. */
  static NDArray scalar(NDManager manager, double value, DataType type) {
    return type == DataType.FLOAT64 ? manager.create(value) : manager.create((float) value);
  }
}
