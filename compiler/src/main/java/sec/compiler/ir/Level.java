package sec.compiler.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Template;
import sec.compiler.values.Value;

/** One level of the tree of paths under construction: gives names to what is added to it. */
final class Level {
  private final String path;
  private final Set<String> indexed;
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<Instance> children = new ArrayList<>();

  Level(String path, Set<String> indexed) {
    this.path = path;
    this.indexed = indexed;
  }

  /** The path of the next use of {@code word}. */
  String next(String word) {
    int index = counts.merge(word, 1, Integer::sum) - 1;
    String step = indexed.contains(word) ? word + "[" + index + "]" : word;
    return path.isEmpty() ? step : path + "." + step;
  }

  void add(Instance instance) {
    children.add(instance);
  }

  List<Instance> children() {
    return children;
  }

  /** An instance whose children are those of {@code level}. */
  static Instance instance(
      String path,
      String word,
      Instance.Kind kind,
      @Nullable Template block,
      @Nullable Frame frame,
      Node input,
      Node output,
      Level level) {
    Map<String, Value> arguments = new LinkedHashMap<>();
    if (block != null && frame != null) {
      block
          .parameters()
          .forEach(p -> arguments.computeIfAbsent(p.name(), name -> frame.values().get(name)));
    }
    return new Instance(
        path,
        word,
        kind,
        block,
        arguments,
        input.shape(),
        output.shape(),
        level.children(),
        List.of());
  }
}
