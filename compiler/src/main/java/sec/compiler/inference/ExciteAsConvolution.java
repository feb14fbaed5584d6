package sec.compiler.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Pointwise;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Reduction;
import sec.compiler.operators.Shape;
import sec.compiler.weights.Tensor;

/**
 * Gates are vectors; here they become maps of one place, and their fully connected layers 1x1
 * convolutions. Only such vectors as come from global pooling and are spread over a map are meant:
 * elsewhere fully connected layers are faster.
 */
final class ExciteAsConvolution {
  private final Editor editor;
  private final Readers readers;
  private final Blocks blocks;

  private ExciteAsConvolution(Editor editor) {
    this.editor = editor;
    this.readers = editor.readers();
    this.blocks = Blocks.of(editor);
  }

  static void apply(Editor editor) {
    new ExciteAsConvolution(editor).apply();
  }

  private void apply() {
    Set<Integer> lifted = lifted();
    Map<Integer, Node> maps = new HashMap<>();
    for (Node node : editor.nodes()) {
      if (lifted.contains(node.id())) {
        maps.put(node.id(), map(node, inputs(node, maps)));
      } else if (node.inputs().stream().anyMatch(id -> maps.containsKey(editor.node(id).id()))) {
        editor.replace(
            node, editor.add(node, node.path(), node.primitive(), inputs(node, maps), List.of()));
      }
    }
  }

  private List<Node> inputs(Node node, Map<Integer, Node> maps) {
    List<Node> inputs = new ArrayList<>();
    for (int id : node.inputs()) {
      Node input = editor.node(id);
      inputs.add(maps.getOrDefault(input.id(), input));
    }
    return inputs;
  }

  /** The largest set of vectors that come from pools and from one another, and end in maps. */
  private Set<Integer> lifted() {
    List<Node> candidates =
        new ArrayList<>(editor.nodes().stream().filter(this::isLiftable).toList());
    Set<Integer> lifted = new HashSet<>();
    candidates.forEach(node -> lifted.add(node.id()));
    while (candidates.removeIf(node -> !stays(node, lifted))) {
      lifted.clear();
      candidates.forEach(node -> lifted.add(node.id()));
    }
    return lifted;
  }

  private boolean stays(Node node, Set<Integer> lifted) {
    boolean fed =
        node.primitive() instanceof Primitive.GlobalPool
            || node.inputs().stream().allMatch(id -> lifted.contains(editor.node(id).id()));
    return fed
        && !readers.of(node).isEmpty()
        && readers.of(node).stream()
            .allMatch(reader -> lifted.contains(reader.id()) || blocks.joinsGate(reader));
  }

  private boolean isLiftable(Node node) {
    boolean kind =
        switch (node.primitive()) {
          case Primitive.GlobalPool ignored -> true;
          case Primitive.Linear linear -> linear.groups() == 1;
          case Primitive.Activation ignored -> true;
          case Primitive.BatchNorm ignored -> true;
          case Primitive.Elementwise ignored -> true;
          case Pointwise.Prelu ignored -> false;
          case Pointwise.ChannelAffine ignored -> false;
          case Pointwise ignored -> true;
          default -> false;
        };
    return kind && node.shape().isVector() && !readers.isResult(node);
  }

  private Node map(Node node, List<Node> inputs) {
    return switch (node.primitive()) {
      case Primitive.GlobalPool pool -> {
        Reduction.Kind kind =
            pool == Primitive.GlobalPool.AVERAGE ? Reduction.Kind.MEAN : Reduction.Kind.MAX;
        yield editor.add(
            node, node.path(), new Reduction.Reduce(kind, List.of(1, 2)), inputs, List.of());
      }
      case Primitive.Linear linear -> {
        Primitive conv = PointwiseConv.of(linear.out(), 1, linear.bias());
        List<Parameter> parameters = new ArrayList<>(node.parameters());
        Parameter weight = parameters.getFirst();
        Supplier<Tensor> numbers = editor.tensor(weight);
        Shape kernel = Shape.of(linear.out(), weight.shape().get(1), 1, 1);
        parameters.set(0, editor.instead(weight, node, kernel, () -> numbers.get().values()));
        yield editor.add(node, node.path(), conv, inputs, parameters);
      }
      default -> editor.add(node, node.path(), node.primitive(), inputs, node.parameters());
    };
  }
}
