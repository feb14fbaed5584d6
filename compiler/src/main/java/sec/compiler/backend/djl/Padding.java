package sec.compiler.backend.djl;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The zeros that operator {@code pad} puts around a value. */
record Padding(Whole top, Whole bottom, Whole left, Whole right, Whole before, Whole after) {

  static Padding of(OperatorTerms arguments) {
    List<Whole> spatial = arguments.parts("spatial");
    List<Whole> channels = arguments.parts("channels");
    Whole last = spatial.getLast();
    return switch (spatial.size()) {
      case 1 -> new Padding(last, last, last, last, channels.getFirst(), channels.getLast());
      case 2 -> {
        Whole rows = spatial.getFirst();
        yield new Padding(rows, rows, last, last, channels.getFirst(), channels.getLast());
      }
      default ->
          new Padding(
              spatial.get(0),
              spatial.get(1),
              spatial.get(2),
              last,
              channels.getFirst(),
              channels.getLast());
    };
  }

  /** In DJL's order: the last axis first, each with its start and its end. */
  List<Whole> inDjl(boolean map) {
    if (!map) {
      return List.of(before, after);
    }
    return before.is(0) && after.is(0)
        ? List.of(left, right, top, bottom)
        : List.of(left, right, top, bottom, before, after);
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Whole whole : List.of(top, bottom, left, right, before, after)) {
      names.addAll(whole.names());
    }
    return names;
  }
}
