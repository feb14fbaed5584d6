package sec.compiler.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;

/**
 * Tensors by the path of their parameter, as weight files write it ({@code
 * stage3.Bottleneck.4.conv.1.weight}), in a fixed order.
 *
 * @param tensors the values
 */
public record Weights(Map<String, Tensor> tensors) {
  private static final int LISTED = 5;

  /** Keeps a copy of the map, though not of the numbers. */
  public Weights {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /**
   * The weights of {@code network}, in the order of its parameters.
   *
   * @param tensors exactly one for each of its parameters and buffers, of that shape
   * @throws WeightsException if one is missing, unknown or of another shape; names the first few
   */
  public static Weights forNetwork(Network network, Map<String, Tensor> tensors)
      throws WeightsException {
    List<String> missing = new ArrayList<>();
    List<String> misshapen = new ArrayList<>();
    Map<String, Tensor> found = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      Tensor tensor = tensors.get(parameter.path());
      if (tensor == null) {
        missing.add(parameter.path());
      } else if (!tensor.shape().equals(parameter.shape())) {
        misshapen.add(
            "%s is %s instead of %s"
                .formatted(parameter.path(), tensor.shape(), parameter.shape()));
      } else {
        found.put(parameter.path(), tensor);
      }
    }
    List<String> paths = network.parameters().stream().map(Parameter::path).toList();
    List<String> unknown = new ArrayList<>(tensors.keySet());
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
    Tensor tensor = tensors.get(path);
    if (tensor == null) {
      throw new IllegalArgumentException("no weights for " + path);
    }
    return tensor;
  }
}
