package sec.compiler.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Parameter;
import sec.compiler.model.Share;
import sec.compiler.model.Template;
import sec.compiler.values.Value;

/** One level of the tree of paths under construction: gives names to what is added to it. */
final class Level {
  private final String path;
  private final Set<String> indexed;
  private final PathCounts pathCounts;
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<Instance> children = new ArrayList<>();

  /**
   * Begins a level.
   *
   * @param path of what it is inside of
   * @param indexed words that carry an index
   * @param pathCounts receives the indices
   */
  Level(String path, Set<String> indexed, PathCounts pathCounts) {
    this.path = path;
    this.indexed = indexed;
    this.pathCounts = pathCounts;
  }

  /** The path of the next use of {@code word}. */
  String next(String word) {
    int index = counts.merge(word, 1, Integer::sum) - 1;
    String step = path.isEmpty() ? word : path + "." + word;
    if (!indexed.contains(word)) {
      return step;
    }
    pathCounts.add(step, index);
    return step + "[" + index + "]";
  }

  /** The path of a share: what it says, or the next of its name. */
  String place(Share share) {
    if (share.place() == null) {
      return next(share.name());
    }
    String step = path.isEmpty() ? share.word() : path + "." + share.word();
    Integer index = share.place().index();
    if (index == null) {
      return step;
    }
    pathCounts.add(step, index);
    return step + "[" + index + "]";
  }

  void add(Instance instance) {
    children.add(instance);
  }

  /** An instance whose children are those of this level, without a block of its own. */
  Instance instance(String word, Instance.Kind kind, Node input, Node output) {
    return instance(word, kind, null, Map.of(), List.of(), Map.of(), input, output);
  }

  /**
   * An instance of a block whose children are those of this level.
   *
   * @param frame the values of its parameters
   * @param given what its use gives
   */
  Instance instance(
      Template block, Instance.Kind kind, Frame frame, Given given, Node input, Node output) {
    Map<String, Value> arguments = new LinkedHashMap<>();
    List<String> written = new ArrayList<>();
    for (Parameter parameter : block.parameters()) {
      Value value = frame.values().get(parameter.name());
      if (value != null) {
        arguments.put(parameter.name(), value);
      }
      if (given.values().containsKey(parameter.name())) {
        written.add(parameter.name());
      }
    }
    Map<String, Integer> ids = new LinkedHashMap<>();
    given.nodes().forEach((name, node) -> ids.put(name, node.id()));
    return instance(block.name(), kind, block, arguments, written, ids, input, output);
  }

  private Instance instance(
      String word,
      Instance.Kind kind,
      @Nullable Template block,
      Map<String, Value> arguments,
      List<String> given,
      Map<String, Integer> values,
      Node input,
      Node output) {
    return new Instance(
        path,
        word,
        kind,
        block,
        null,
        arguments,
        given,
        List.of(),
        input.id(),
        values,
        output.id(),
        input.shape(),
        output.shape(),
        children,
        List.of());
  }
}
