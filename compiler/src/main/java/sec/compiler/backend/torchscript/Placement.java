package sec.compiler.backend.torchscript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;

/** Which parts of a network are methods of modules, and what each of them reads and gives. */
final class Placement {
  private final Network network;
  private final Map<Integer, List<Integer>> readers = new HashMap<>();
  private final Set<Integer> results = new HashSet<>();

  Placement(Network network) {
    this.network = network;
    for (Node node : network.nodes()) {
      node.inputs()
          .forEach(id -> readers.computeIfAbsent(id, key -> new ArrayList<>()).add(node.id()));
    }
    results.add(network.output());
    results.addAll(network.outputs().values());
  }

  /**
   * A part of the network that is one method.
   *
   * @param path of its module, as in files
   * @param first id of its first node
   * @param last id of its last: it has all between
   * @param reads ids of the nodes before it that it reads
   * @param gives ids of its nodes that others read
   * @param inner the parts of it that are methods of their own, in order
   */
  record Part(
      String path,
      int first,
      int last,
      List<Integer> reads,
      List<Integer> gives,
      List<Part> inner) {

    /** Keeps copies. */
    Part {
      reads = List.copyOf(reads);
      gives = List.copyOf(gives);
      inner = List.copyOf(inner);
    }
  }

  /** The whole network: it reads nothing, and gives its result, then the further ones. */
  Part whole() {
    List<Integer> gives = new ArrayList<>();
    gives.add(network.output());
    gives.addAll(network.outputs().values());
    return new Part("", 0, network.nodes().size() - 1, List.of(), gives, inner(network.root()));
  }

  private List<Part> inner(Instance instance) {
    List<Part> parts = new ArrayList<>();
    for (Instance child : instance.children()) {
      Part part = part(child);
      if (part == null) {
        parts.addAll(inner(child));
      } else {
        parts.add(part);
      }
    }
    parts.sort(Comparator.comparingInt(Part::first));
    return parts;
  }

  /**
   * Null where it is no part: an operator; what has no tensors, and so no module; a share's use,
   * whose tensors may be of another module; what others' nodes stand between.
   */
  private @Nullable Part part(Instance instance) {
    TreeSet<Integer> ids = new TreeSet<>();
    collect(instance, ids);
    String path = Parameter.inFiles(instance.path());
    if (instance.kind() == Instance.Kind.OPERATOR
        || ids.isEmpty()
        || ids.last() - ids.first() + 1 != ids.size()
        || !ownsItsTensors(path, ids)) {
      return null;
    }
    Set<Integer> reads = new TreeSet<>();
    List<Integer> gives = new ArrayList<>();
    for (int id : ids) {
      network.nodes().get(id).inputs().stream().filter(in -> !ids.contains(in)).forEach(reads::add);
      boolean outside =
          readers.getOrDefault(id, List.of()).stream().anyMatch(reader -> !ids.contains(reader));
      if (outside || results.contains(id)) {
        gives.add(id);
      }
    }
    return new Part(path, ids.first(), ids.last(), List.copyOf(reads), gives, inner(instance));
  }

  private boolean ownsItsTensors(String path, Set<Integer> ids) {
    List<Parameter> tensors =
        ids.stream().flatMap(id -> network.nodes().get(id).parameters().stream()).toList();
    return !tensors.isEmpty()
        && tensors.stream().allMatch(tensor -> tensor.path().startsWith(path + "."));
  }

  private static void collect(Instance instance, Set<Integer> ids) {
    ids.addAll(instance.nodes());
    instance.children().forEach(child -> collect(child, ids));
  }
}
