package sec.compiler.backend.djl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names the children of one class by their steps: the same rule that names instances, with indices
 * as Java expressions where repeats and conditions leave them open.
 */
final class PathNames {
  private final List<Object> prefix;
  private final Set<String> indexed;
  private Map<String, Whole> counts = new HashMap<>();

  PathNames(List<Object> prefix, Set<String> indexed) {
    this.prefix = List.copyOf(prefix);
    this.indexed = indexed;
  }

  /**
   * A name: strings, and whole numbers between them.
   *
   * @param pieces in order
   */
  record Name(List<Object> pieces) {
    /** Java for it. */
    String text() {
      StringBuilder out = new StringBuilder();
      StringBuilder literal = new StringBuilder();
      for (Object piece : pieces) {
        if (piece instanceof Whole whole && whole.constant() == null) {
          flush(out, literal);
          literal.setLength(0);
          out.append(out.isEmpty() ? "" : " + ").append(whole.within(Whole.Precedence.ATOM));
        } else {
          literal.append(piece instanceof Whole whole ? whole.text() : piece);
        }
      }
      flush(out, literal);
      return out.toString();
    }

    private static void flush(StringBuilder out, StringBuilder literal) {
      if (!literal.isEmpty()) {
        out.append(out.isEmpty() ? "" : " + ").append(Terms.quoted(literal.toString()));
      }
    }

    Set<String> names() {
      Set<String> names = new TreeSet<>();
      for (Object piece : pieces) {
        if (piece instanceof Whole whole) {
          names.addAll(whole.names());
        }
      }
      return names;
    }
  }

  /** The name of the next use of {@code word}. */
  Name next(String word) {
    Whole index = counts.getOrDefault(word, Whole.ZERO);
    counts.put(word, index.plus(Whole.ONE));
    List<Object> pieces = new ArrayList<>(prefix);
    if (!prefix.isEmpty()) {
      pieces.add(".");
    }
    pieces.add(word);
    if (indexed.contains(word)) {
      pieces.add("[");
      pieces.add(index);
      pieces.add("]");
    }
    return new Name(pieces);
  }

  /** How often each word was used so far. */
  Map<String, Whole> counts() {
    return new HashMap<>(counts);
  }

  void reset(Map<String, Whole> counts) {
    this.counts = new HashMap<>(counts);
  }

  /** Adds {@code times} times what {@code one} adds to {@code before}. */
  static Map<String, Whole> repeated(
      Map<String, Whole> before, Map<String, Whole> one, Whole times) {
    Map<String, Whole> counts = new HashMap<>(before);
    one.forEach((word, count) -> counts.merge(word, times.times(count), (a, b) -> a.plus(b)));
    return counts;
  }

  /** The counts after one way or the other. */
  static Map<String, Whole> either(
      Term.Truth condition, Map<String, Whole> then, Map<String, Whole> otherwise) {
    Map<String, Whole> counts = new HashMap<>();
    Set<String> words = new HashSet<>(then.keySet());
    words.addAll(otherwise.keySet());
    for (String word : words) {
      Whole a = then.getOrDefault(word, Whole.ZERO);
      Whole b = otherwise.getOrDefault(word, Whole.ZERO);
      counts.put(word, a.choice(condition.text(), condition.names(), b));
    }
    return counts;
  }
}
