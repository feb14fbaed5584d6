package sec.compiler.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
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
  private final List<Diagnostic> all = new ArrayList<>();
  private final Set<Place> seen = new HashSet<>();

  private record Place(Code code, Span span) {}

  /** Adds a diagnostic. */
  public void add(Diagnostic diagnostic) {
    if (seen.add(new Place(diagnostic.code(), diagnostic.span()))) {
      all.add(diagnostic);
    }
  }

  /** Adds a diagnostic made of its parts. */
  public void add(Code code, Span span, String message, @Nullable String help) {
    add(Diagnostic.of(code, span, message).withHelp(help));
  }

  /** Whether there is an error among them. */
  public boolean hasErrors() {
    return all.stream().anyMatch(Diagnostic::isError);
  }

  /** How many errors there are. */
  public long errorCount() {
    return all.stream().filter(Diagnostic::isError).count();
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
