package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Update rules at work on one network: the rules, and their state keyed by the parameters' paths.
 *
 * <p>It sets each gradient to zero after use; whoever computes the next one may add to it.
 */
public final class Optimizer implements AutoCloseable {
  private final List<ParameterGroup> groups;
  private final NDManager manager;
  private final Map<Double, NDArray> constants = new HashMap<>();
  private final SequencedMap<String, Slots> slots = new LinkedHashMap<>();
  private long steps;

  /**
   * An optimizer without state yet.
   *
   * @param groups which parameters follow which rule
   * @param parent the manager of the parameters; the state lives on its device, until this is
   *     closed
   */
  public Optimizer(List<ParameterGroup> groups, NDManager parent) {
    this.groups = List.copyOf(groups);
    this.manager = parent.newSubManager();
  }

  /** An optimizer with one rule for all parameters. */
  public Optimizer(UpdateRule rule, NDManager parent) {
    this(ParameterGroup.all(rule), parent);
  }

  /**
   * One step of every parameter.
   *
   * @param parameters by path, each with its gradient; the thread must not be recording gradients
   * @param learningRate this step's
   */
  public void step(Map<String, NDArray> parameters, double learningRate) {
    steps++;
    parameters.forEach(
        (path, weight) -> {
          // A handle of its own on the gradient, which would otherwise live as long as the weight.
          try (NDArray gradient = weight.getGradient()) {
            rule(weight).update(weight, gradient, slots(path, weight).at(steps), learningRate);
          }
        });
    forget(parameters);
  }

  /** Sets all gradients to zero without a step. */
  public void forget(Map<String, NDArray> parameters) {
    // Written as 0, where the engine's own way, the gradient less itself, would keep a NaN.
    parameters.values().forEach(weight -> JniUtils.zeroGrad((PtNDArray) weight));
  }

  /** How many steps have been taken. */
  public long steps() {
    return steps;
  }

  /** The state by name, {@code <path>.<slot>}; alive until this is closed. */
  public SequencedMap<String, NDArray> state() {
    SequencedMap<String, NDArray> state = new LinkedHashMap<>();
    slots.forEach(
        (path, kept) ->
            kept.byName().forEach((name, array) -> state.put(path + "." + name, array)));
    return state;
  }

  /**
   * Makes the state of an optimizer that has taken steps, all zeros: {@link #state()} is then to be
   * filled.
   *
   * @param taken how many steps it has taken
   * @param names those of its state
   * @param parameters by path
   * @throws IllegalArgumentException if a name is of no parameter
   */
  public void resume(long taken, Collection<String> names, Map<String, NDArray> parameters) {
    steps = taken;
    for (String name : names) {
      int dot = name.lastIndexOf('.');
      NDArray weight = parameters.get(name.substring(0, Math.max(0, dot)));
      if (weight == null) {
        throw new IllegalArgumentException("there is no parameter for the state " + name);
      }
      slots(name.substring(0, dot), weight).zeros(name.substring(dot + 1));
    }
  }

  /** Frees the state. */
  @Override
  public void close() {
    manager.close();
  }

  private Slots slots(String path, NDArray weight) {
    return slots.computeIfAbsent(path, key -> new Slots(weight, manager, constants));
  }

  private UpdateRule rule(NDArray weight) {
    return groups.stream()
        .filter(group -> group.has().test(weight))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a parameter is in no group"))
        .rule();
  }

  /** A number as an array of no dimensions and of the given type. */
  static NDArray scalar(NDManager manager, double value, DataType type) {
    return type == DataType.FLOAT64 ? manager.create(value) : manager.create((float) value);
  }
}
