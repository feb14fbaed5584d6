package sec.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import sec.compiler.ir.Network;
import sec.compiler.operators.Shape;

/**
 * A network of DJL blocks, as the Java backend writes it. The one class that knows DJL's names: the
 * children of a block are called {@code 01conv}, {@code 02bn}, ..., its parameters {@code weight},
 * {@code gamma}, {@code runningMean}, ...
 */
public final class JavaNetwork implements Trainable {

  /** What DJL's parameters are called in files; BN's are the only ones that differ. */
  private static final Map<String, String> ROLES =
      Map.of(
          "gamma", "weight",
          "beta", "bias",
          "runningMean", "running_mean",
          "runningVar", "running_var");

  /** The option that every generated class knows, {@code NetBlock.OBSERVER}. */
  private static final String OBSERVER = "observer";

  /** Sees what the blocks and layers of a network compute. */
  @FunctionalInterface
  public interface Observer {

    /**
     * A child has done its work; the arrays are the network's own.
     *
     * @param path the child's, as in files; what is shared comes once for each use
     * @param input what it read, the first of several
     * @param result what it made of it
     */
    void passed(String path, NDArray input, NDArray result);
  }

  private final NDManager manager;
  private final Block block;
  private final ParameterStore store;
  private final SequencedMap<String, NDArray> parameters = new LinkedHashMap<>();
  private final SequencedMap<String, NDArray> buffers = new LinkedHashMap<>();
  private final IdentityHashMap<Block, String> paths = new IdentityHashMap<>();

  /**
   * Readies a block in single precision. Its values are its own until {@link #setValues}.
   *
   * @param block the network's block, not yet initialised; from now on this object's
   * @param network what it was compiled from
   * @param device where it runs
   * @throws IllegalStateException if the block's parameters are not the network's one to one, by
   *     path, shape, and whether they are trained: an internal error, named in full
   */
  public JavaNetwork(Block block, Network network, Device device) {
    this(block, network, device, DataType.FLOAT32);
  }

  /**
   * Readies a block in a precision of choice; double is for holding trajectories against others.
   *
   * @see #JavaNetwork(Block, Network, Device)
   */
  public JavaNetwork(Block block, Network network, Device device, DataType precision) {
    this.block = block;
    this.manager = NDManager.newBaseManager(device);
    try {
      block.initialize(manager, precision, batchOfOne(network.input()));
      adopt(network);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
    this.store = new ParameterStore(manager, false);
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public NDArray forward(NDArray images, boolean training) {
    return block.forward(store, new NDList(images), training).head();
  }

  /**
   * The network's answer, and what its blocks and layers compute on the way.
   *
   * @param images as for {@link #forward(NDArray, boolean)}
   * @param observer told of each child when it has done its work
   * @return logits, (N, classes)
   */
  public NDArray forward(NDArray images, boolean training, Observer observer) {
    BiConsumer<Block, NDList> byPath =
        (child, arrays) ->
            observer.passed(
                requireNonNull(paths.get(child)), arrays.head(), arrays.get(arrays.size() - 1));
    PairList<String, Object> options = new PairList<>();
    options.add(OBSERVER, byPath);
    return block.forward(store, new NDList(images), training, options).head();
  }

  @Override
  public SequencedMap<String, NDArray> parameters() {
    return Collections.unmodifiableSequencedMap(parameters);
  }

  @Override
  public SequencedMap<String, NDArray> buffers() {
    return Collections.unmodifiableSequencedMap(buffers);
  }

  @Override
  public void close() {
    manager.close();
  }

  private static ai.djl.ndarray.types.Shape batchOfOne(Shape image) {
    return new ai.djl.ndarray.types.Shape(1).addAll(ArrayValues.shape(image));
  }

  private void adopt(Network network) {
    Map<String, Parameter> found = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    walk("", block, found, faults);
    for (sec.compiler.ir.Parameter expected : network.parameters()) {
      Parameter actual = found.remove(expected.path());
      if (actual == null) {
        faults.add(expected.path() + " " + expected.shape() + " is missing");
        continue;
      }
      Shape shape = ArrayValues.shape(actual.getArray().getShape());
      if (!shape.equals(expected.shape())) {
        faults.add(expected.path() + " is " + shape + ", not " + expected.shape());
      }
      if (actual.requiresGradient() != expected.trained()) {
        faults.add(expected.path() + (expected.trained() ? " is not trained" : " is trained"));
      }
      (expected.trained() ? parameters : buffers).put(expected.path(), actual.getArray());
    }
    found.forEach((path, parameter) -> faults.add(path + " is unknown to the network"));
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "The Java of "
              + network.name()
              + " differs from the network: "
              + String.join("; ", faults));
    }
  }

  /** Collects parameters by path; a block that stands in two places counts where it comes first. */
  private void walk(String path, Block block, Map<String, Parameter> found, List<String> faults) {
    if (paths.putIfAbsent(block, path) != null) {
      return;
    }
    for (Pair<String, Parameter> named : block.getDirectParameters()) {
      String full = below(path, ROLES.getOrDefault(named.getKey(), named.getKey()));
      if (found.put(full, named.getValue()) != null) {
        faults.add(full + " stands there twice");
      }
    }
    for (Pair<String, Block> child : block.getChildren()) {
      walk(below(path, step(child.getKey())), child.getValue(), found, faults);
    }
  }

  /** DJL numbers children, {@code %02d<name>}; a step of a path never starts with a digit. */
  private static String step(String childName) {
    int start = 0;
    while (start < childName.length() && Character.isDigit(childName.charAt(start))) {
      start++;
    }
    return sec.compiler.ir.Parameter.inFiles(childName.substring(start));
  }

  private static String below(String path, String step) {
    return path.isEmpty() ? step : path + "." + step;
  }
}
