package sec.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.Pointwise;
import sec.compiler.operators.Primitive;

/**
 * The biases that training cannot feel: each shifts channels by a constant, and on every way from
 * there a batch normalisation takes the shift off again before anything else has seen it.
 */
final class ShiftsAbsorbed {
  private final Network network;
  private final boolean throughDropPath;
  private final List<List<Node>> readers = new ArrayList<>();

  private ShiftsAbsorbed(Network network, boolean throughDropPath) {
    this.network = network;
    this.throughDropPath = throughDropPath;
    network.nodes().forEach(node -> readers.add(new ArrayList<>()));
    network.nodes().forEach(node -> node.inputs().forEach(id -> readers.get(id).add(node)));
  }

  /** Their paths. */
  static Set<String> in(Network network) {
    return new ShiftsAbsorbed(network, false).paths();
  }

  /** Theirs, and those of what learns only from batches of which drop_path drops a sample. */
  static Set<String> perhapsIn(Network network) {
    return new ShiftsAbsorbed(network, true).paths();
  }

  private Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    for (Node node : network.nodes()) {
      boolean layer =
          node.primitive() instanceof Primitive.Conv
              || node.primitive() instanceof Primitive.BatchNorm;
      if (layer && isAbsorbed(node)) {
        node.parameters().stream()
            .filter(Parameter::trained)
            .map(Parameter::path)
            .filter(path -> path.endsWith(".bias"))
            .forEach(paths::add);
      }
    }
    return paths;
  }

  private boolean isAbsorbed(Node node) {
    boolean seen = node.id() == network.output() || network.outputs().containsValue(node.id());
    return !seen && readers.get(node.id()).stream().allMatch(this::absorbs);
  }

  /** Whether what shifts the input of {@code reader} is gone behind it, or later. */
  private boolean absorbs(Node reader) {
    return switch (reader.primitive()) {
      case Primitive.BatchNorm ignored -> true;
      // At a border that is padded with zeros a shift is no constant any more.
      case Primitive.Conv conv ->
          conv.vertical().pad() == 0 && conv.horizontal().pad() == 0 && isAbsorbed(reader);
      case Primitive.Elementwise merge -> merge == Primitive.Elementwise.ADD && isAbsorbed(reader);
      case Primitive.DropPath ignored -> throughDropPath && isAbsorbed(reader);
      case Pointwise.Affine ignored -> isAbsorbed(reader);
      case Primitive.Linear ignored -> isAbsorbed(reader);
      case Primitive.MaxPool ignored -> isAbsorbed(reader);
      case Primitive.GlobalPool ignored -> isAbsorbed(reader);
      case Primitive.Concat ignored -> isAbsorbed(reader);
      case Arrangement.Slice ignored -> isAbsorbed(reader);
      case Arrangement.Reshape ignored -> isAbsorbed(reader);
      case Arrangement.Permute ignored -> isAbsorbed(reader);
      default -> false;
    };
  }
}
