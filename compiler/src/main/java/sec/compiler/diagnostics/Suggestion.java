package sec.compiler.diagnostics;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** "Did you mean": the nearest of the names there are. */
public final class Suggestion {
  /** Among more names the nearest is not looked for: it would take longer than all the rest. */
  private static final int MOST_COMPARED = 2000;

  /** Nor is that of a longer word. */
  private static final int LONGEST = 100;

  private Suggestion() {}

  /** A help text that offers the nearest name, or lists all names when they are few. */
  public static @Nullable String help(String wrong, Collection<String> names, String plural) {
    Optional<String> nearest = nearest(wrong, names);
    if (nearest.isPresent()) {
      return "did you mean " + nearest.get() + "?";
    }
    if (names.isEmpty() || names.size() > 24) {
      return null;
    }
    return plural + ": " + String.join(", ", names.stream().sorted().toList());
  }

  /** The name within a third of its length in edits of {@code wrong}, if there is one. */
  public static Optional<String> nearest(String wrong, Collection<String> names) {
    return nearest(wrong, names.stream());
  }

  /** The same; of very many names only the first are asked for. */
  public static Optional<String> nearest(String wrong, Stream<String> names) {
    if (wrong.length() > LONGEST) {
      return Optional.empty();
    }
    return names
        .limit(MOST_COMPARED)
        .filter(name -> !name.equals(wrong))
        .filter(name -> isNear(wrong, name))
        .min(
            Comparator.<String>comparingInt(name -> distance(wrong, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isNear(String wrong, String name) {
    int longest = Math.max(wrong.length(), name.length());
    // Of a single letter, nothing would be left that is alike.
    int most = longest == 1 ? 0 : Math.max(1, longest / 3);
    return Math.abs(wrong.length() - name.length()) <= most && distance(wrong, name) <= most;
  }

  /** Edits (insert, delete, replace, swap neighbours) from one word to the other, case aside. */
  public static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
