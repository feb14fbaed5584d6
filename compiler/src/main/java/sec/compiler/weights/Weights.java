package sec.compiler.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Shape;

/**
 * Tensors by the path of their parameter, as weight files write it ({@code
 * stage3.Bottleneck.4.conv.1.weight}), in a fixed order. A tensor may be one that is read or
 * computed only when it is asked for, so that a large network need not stand in memory.
 */
public final class Weights {
  private static final int LISTED = 5;

  private final Map<String, Supplier<Tensor>> sources;

  /** Weights in memory; the map is copied, the numbers are not. */
  public Weights(Map<String, Tensor> tensors) {
    this.sources = new LinkedHashMap<>();
    tensors.forEach((path, tensor) -> sources.put(path, () -> tensor));
  }

  private Weights(SequencedMap<String, Supplier<Tensor>> sources) {
    this.sources = new LinkedHashMap<>(sources);
  }

  /** Weights of which each is read or computed whenever it is asked for. */
  public static Weights onDemand(SequencedMap<String, Supplier<Tensor>> sources) {
    return new Weights(sources);
  }

  /** All of them at once. */
  public SequencedMap<String, Tensor> tensors() {
    SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
    sources.forEach((path, source) -> tensors.put(path, source.get()));
    return Collections.unmodifiableSequencedMap(tensors);
  }

  /**
   * The weights of {@code network}, in the order of its parameters.
   *
   * @param tensors exactly one for each of its parameters and buffers, of that shape
   * @throws WeightsException if one is missing, unknown or of another shape; names the first few
   */
  public static Weights forNetwork(Network network, Map<String, Tensor> tensors)
      throws WeightsException {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    tensors.forEach((path, tensor) -> shapes.put(path, tensor.shape()));
    return forNetwork(network, shapes, path -> Objects.requireNonNull(tensors.get(path)));
  }

  /**
   * The same, of tensors that are read when they are asked for.
   *
   * @param shapes of all that can be read, by path
   * @param reader reads the one of a path
   */
  public static Weights forNetwork(
      Network network, Map<String, Shape> shapes, Function<String, Tensor> reader)
      throws WeightsException {
    List<String> missing = new ArrayList<>();
    List<String> misshapen = new ArrayList<>();
    SequencedMap<String, Supplier<Tensor>> found = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      String path = parameter.path();
      Shape shape = shapes.get(path);
      if (shape == null) {
        missing.add(path);
      } else if (!shape.equals(parameter.shape())) {
        misshapen.add("%s is %s instead of %s".formatted(path, shape, parameter.shape()));
      } else {
        found.put(path, () -> reader.apply(path));
      }
    }
    List<String> paths = network.parameters().stream().map(Parameter::path).toList();
    List<String> unknown = new ArrayList<>(shapes.keySet());
    unknown.removeAll(new HashSet<>(paths));
    refuse(network.name(), missing, unknown, misshapen);
    return new Weights(found);
  }

  private static void refuse(
      String network, List<String> missing, List<String> unknown, List<String> misshapen)
      throws WeightsException {
    List<String> complaints = new ArrayList<>();
    complain(complaints, "missing", missing);
    complain(complaints, "not in the network", unknown);
    complain(complaints, "of another shape", misshapen);
    if (!complaints.isEmpty()) {
      throw new WeightsException(
          "these are not the weights of " + network + ": " + String.join("; ", complaints));
    }
  }

  private static void complain(List<String> complaints, String what, List<String> names) {
    if (!names.isEmpty()) {
      String first = names.stream().limit(LISTED).collect(Collectors.joining(", "));
      int rest = names.size() - LISTED;
      complaints.add(
          "%d %s: %s%s".formatted(names.size(), what, first, rest > 0 ? ", and more" : ""));
    }
  }

  /**
   * The tensor of that path.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Tensor get(String path) {
    Supplier<Tensor> source = sources.get(path);
    if (source == null) {
      throw new IllegalArgumentException("no weights for " + path);
    }
    return source.get();
  }
}
