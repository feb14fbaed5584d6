package sec.compiler.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
}
