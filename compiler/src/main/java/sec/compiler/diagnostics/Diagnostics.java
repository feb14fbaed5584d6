package sec.compiler.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Source;
import sec.compiler.source.Span;

/**
 * Collects the diagnostics of a run. The same code at the same place is kept once: a block with a
 * mistake is used many times and said once.
 */
public final class Diagnostics {
  /** Nobody reads more, and a broken file of a megabyte would have as many as words. */
  private static final int MOST = 1000;

  private static final int MOST_WITH_HELP = 100;

  /** Errors of the same places again and again: a block with a mistake that is used many times. */
  private static final int MOST_AGAIN = 10_000;

  private final List<Diagnostic> all = new ArrayList<>();
  private final Set<Place> seen = new HashSet<>();
  private final Map<Code, Integer> counts = new EnumMap<>(Code.class);
  private long errors;
  private int kept;

  private record Place(Code code, Span span) {}

  /** Adds a diagnostic, unless there are very many already. */
  public void add(Diagnostic diagnostic) {
    errors += diagnostic.isError() ? 1 : 0;
    counts.merge(diagnostic.code(), 1, Integer::sum);
    boolean room = !diagnostic.isError() || kept < MOST;
    if (room && seen.add(new Place(diagnostic.code(), diagnostic.span()))) {
      all.add(diagnostic);
      kept += diagnostic.isError() ? 1 : 0;
    }
  }

  /** Adds a diagnostic made of its parts. */
  public void add(Code code, Span span, String message, @Nullable String help) {
    add(Diagnostic.of(code, span, message).withHelp(help));
  }

  /** How many of this code were added, those not kept included. */
  public int count(Code code) {
    return counts.getOrDefault(code, 0);
  }

  /** Whether there are so many errors that searching for help is not worth its time. */
  public boolean isFull() {
    return errors >= MOST_WITH_HELP;
  }

  /** Whether no more are kept, so that looking for more is not worth its time. */
  public boolean isSpent() {
    return kept >= MOST || errors >= MOST_AGAIN;
  }

  /** Whether there is an error among them. */
  public boolean hasErrors() {
    return errors > 0;
  }

  /** How many errors were added, those not kept included: whether it grew says if a step failed. */
  public long errorCount() {
    return errors;
  }

  /** All of them: by file in the order in which files first spoke, within a file by place. */
  public List<Diagnostic> sorted() {
    Map<Source, List<Diagnostic>> bySource = new LinkedHashMap<>();
    for (Diagnostic diagnostic : all) {
      bySource.computeIfAbsent(diagnostic.span().source(), s -> new ArrayList<>()).add(diagnostic);
    }
    Comparator<Diagnostic> byPlace = Comparator.comparingInt(d -> d.span().start());
    return bySource.values().stream().flatMap(list -> list.stream().sorted(byPlace)).toList();
  }
}
