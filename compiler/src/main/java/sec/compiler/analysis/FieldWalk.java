package sec.compiler.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.ChannelConv;
import sec.compiler.operators.ConvTranspose;
import sec.compiler.operators.Pointwise;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Reduction;
import sec.compiler.operators.Resize;
import sec.compiler.operators.Shape;
import sec.compiler.operators.Window;
import sec.compiler.values.Rational;

/** Follows the receptive field from the input through every primitive. */
final class FieldWalk {
  /** An axis of the input's places. */
  private enum Place {
    HEIGHT,
    WIDTH
  }

  /**
   * What is known of a value.
   *
   * @param field of its elements
   * @param places for each dimension, which places of the input it runs along: none for channels,
   *     both where a map is laid out in a row
   */
  private record State(ReceptiveField field, List<Set<Place>> places) {
    State with(Set<Place> changed, UnaryOperator<Reach> change) {
      Reach height = field.height();
      Reach width = field.width();
      return new State(
          new ReceptiveField(
              changed.contains(Place.HEIGHT) ? change.apply(height) : height,
              changed.contains(Place.WIDTH) ? change.apply(width) : width),
          places);
    }

    State along(List<Set<Place>> dimensions) {
      return new State(field, dimensions);
    }
  }

  private static final Set<Place> NONE = Set.of();
  private static final List<Set<Place>> MAP =
      List.of(NONE, Set.of(Place.HEIGHT), Set.of(Place.WIDTH));

  private final Network network;
  private final List<State> states = new ArrayList<>();

  private FieldWalk(Network network) {
    this.network = network;
  }

  /** The field of each node of a network whose input is a map; empty for other networks. */
  static Optional<List<ReceptiveField>> of(Network network) {
    if (!network.input().isMap()) {
      return Optional.empty();
    }
    FieldWalk walk = new FieldWalk(network);
    network.nodes().forEach(node -> walk.states.add(walk.state(node)));
    return Optional.of(walk.states.stream().map(State::field).toList());
  }

  private State state(Node node) {
    List<State> read = node.inputs().stream().map(states::get).toList();
    return switch (node.primitive()) {
      case Primitive.Input ignored -> new State(new ReceptiveField(Reach.START, Reach.START), MAP);
      case Primitive.Conv conv -> windows(read.getFirst(), conv.vertical(), conv.horizontal());
      case Primitive.MaxPool pool -> windows(read.getFirst(), pool.vertical(), pool.horizontal());
      case Primitive.AvgPool pool -> windows(read.getFirst(), pool.vertical(), pool.horizontal());
      case ConvTranspose conv ->
          spread(spread(read.getFirst(), 1, conv.vertical()), 2, conv.horizontal());
      case Resize resize -> resized(read.getFirst(), resize, network.inputShapes(node).getFirst());
      case Primitive.GlobalPool ignored ->
          reduced(read.getFirst(), List.of(1, 2)).along(List.of(NONE));
      case Primitive.Linear ignored -> reduced(read.getFirst(), List.of(0));
      case ChannelConv conv -> conv.kernel() > 1 ? mixed(read.getFirst(), 0) : read.getFirst();
      case Reduction.Reduce reduce -> reduced(read.getFirst(), reduce.axes());
      case Reduction.Softmax softmax -> mixed(read.getFirst(), softmax.axis());
      case Reduction.MatMul ignored -> product(read.getFirst(), read.getLast());
      case Primitive.Flatten ignored -> reshaped(node, read.getFirst());
      case Arrangement.Reshape ignored -> reshaped(node, read.getFirst());
      case Arrangement.Permute permute ->
          read.getFirst().along(permute.order().stream().map(read.getFirst().places::get).toList());
      case Arrangement.Slice ignored -> read.getFirst();
      case Arrangement.Pad ignored -> read.getFirst();
      case Primitive.Elementwise ignored -> joined(read, node.shape().rank());
      case Primitive.Concat ignored -> joined(read, node.shape().rank());
      case Primitive.BatchNorm ignored -> read.getFirst();
      case Primitive.Activation ignored -> read.getFirst();
      case Primitive.Dropout ignored -> read.getFirst();
      case Primitive.DropPath ignored -> read.getFirst();
      case Pointwise ignored -> read.getFirst();
    };
  }

  private static State windows(State in, Window vertical, Window horizontal) {
    return window(window(in, 1, vertical), 2, horizontal);
  }

  private static State window(State in, int dimension, Window window) {
    boolean moves = window.kernel() > 1 || window.stride() > 1;
    Set<Place> places = in.places.get(dimension);
    // A window over a map laid out in a row sees places that are not neighbours.
    return !moves
        ? in
        : places.size() > 1
            ? mixed(in, dimension)
            : in.with(places, r -> r.window(window.extent(), Rational.of(window.stride())));
  }

  /** A transposed convolution: an element sees those whose windows reach it. */
  private static State spread(State in, int dimension, Window window) {
    int seen = (window.extent() - 1) / window.stride() + 1;
    Rational finer = Rational.ONE.over(Rational.of(window.stride()));
    return in.with(in.places.get(dimension), reach -> reach.window(seen, finer));
  }

  private static State resized(State in, Resize resize, Shape from) {
    int seen = resize.mode() == Resize.Mode.BILINEAR ? 2 : 1;
    Rational rows = Rational.of(from.height()).over(Rational.of(resize.height()));
    Rational columns = Rational.of(from.width()).over(Rational.of(resize.width()));
    return in.with(
            in.places.get(1), reach -> reach.window(rows.equals(Rational.ONE) ? 1 : seen, rows))
        .with(
            in.places.get(2),
            reach -> reach.window(columns.equals(Rational.ONE) ? 1 : seen, columns));
  }

  /** All numbers along a dimension meet, and stay. */
  private static State mixed(State in, int dimension) {
    return in.with(in.places.get(dimension), Reach::mixed);
  }

  /** All numbers along dimensions become one. */
  private static State reduced(State in, List<Integer> dimensions) {
    State out = in;
    List<Set<Place>> places = new ArrayList<>(in.places);
    for (int dimension : dimensions) {
      out = out.with(in.places.get(dimension), reach -> Reach.ALL);
      places.set(dimension, NONE);
    }
    return out.along(places);
  }

  private static State product(State left, State right) {
    int last = left.places.size() - 1;
    State rows = mixed(left, last);
    State columns = mixed(right, last - 1);
    List<Set<Place>> places = new ArrayList<>(left.places);
    places.set(last, right.places.get(last));
    return joined(List.of(rows, columns), left.places.size()).along(places);
  }

  private static State joined(List<State> read, int rank) {
    ReceptiveField field = read.getFirst().field;
    List<Set<Place>> places = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      places.add(EnumSet.noneOf(Place.class));
    }
    for (State state : read) {
      field = field.or(state.field);
      for (int i = 0; i < state.places.size(); i++) {
        places.get(i).addAll(state.places.get(i));
      }
    }
    return new State(field, places);
  }

  /**
   * The same numbers in another shape. Runs of dimensions with the same product on both sides
   * belong together: {@code [C, H, W]} to {@code [1, C, H*W]} is C to 1 and C, and H and W to one.
   */
  private State reshaped(Node node, State in) {
    List<Integer> from = network.inputShapes(node).getFirst().dimensions();
    List<Integer> to = node.shape().dimensions();
    List<Set<Place>> places = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (j < to.size()) {
      int start = j;
      int first = i;
      long before = i < from.size() ? from.get(i++) : 1;
      long after = to.get(j++);
      while (before != after) {
        if (before < after) {
          before *= from.get(i++);
        } else {
          after *= to.get(j++);
        }
      }
      // What is of size 1 at the end belongs to the last run.
      while (j == to.size() && i < from.size()) {
        i++;
      }
      places.addAll(run(from.subList(first, i), in.places.subList(first, i), to.subList(start, j)));
    }
    return in.along(places);
  }

  /** What a run of dimensions goes along, laid out as {@code to}. */
  private static List<Set<Place>> run(
      List<Integer> from, List<Set<Place>> places, List<Integer> to) {
    if (from.equals(to)) {
      return places;
    }
    Set<Place> all = EnumSet.noneOf(Place.class);
    for (int i = 0; i < from.size(); i++) {
      all.addAll(from.get(i) == 1 ? NONE : places.get(i));
    }
    if (all.size() == 2 && to.size() == 2 && from.size() == 1) {
      return MAP.subList(1, 3); // a row that is a map again
    }
    List<Set<Place>> result = new ArrayList<>();
    to.forEach(size -> result.add(size == 1 ? NONE : all));
    return result;
  }
}
