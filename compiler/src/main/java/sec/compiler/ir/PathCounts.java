package sec.compiler.ir;

import java.util.HashMap;
import java.util.Map;

/** How often each word stands at each level, which is known once a network has been followed. */
final class PathCounts {
  private final Map<String, Integer> last = new HashMap<>();

  /** The step {@code word}, a path up to its word, occurs with this index. */
  void add(String word, int index) {
    last.merge(word, index, Math::max);
  }

  /** Whether the step {@code word} occurs with no larger index than this. */
  boolean isLast(String word, int index) {
    return last.getOrDefault(word, -1) == index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathCounts counts && counts.last.equals(last);
  }

  @Override
  public int hashCode() {
    return last.hashCode();
  }
}
