package sec.compiler.syntax;

import java.util.List;
import java.util.stream.Collectors;
import sec.compiler.source.Span;

/**
 * Words joined by dots: {@code mine.SE}, {@code x.C}.
 *
 * @param span from the first to the last
 * @param parts at least one
 */
public record QualifiedName(Span span, List<Name> parts) {

  /** Keeps a copy. */
  public QualifiedName {
    parts = List.copyOf(parts);
  }

  /** The last word: what a path calls the thing. */
  public Name last() {
    return parts.getLast();
  }

  /** The first word. */
  public Name first() {
    return parts.getFirst();
  }

  /** Whether it is a single word. */
  public boolean isSimple() {
    return parts.size() == 1;
  }

  @Override
  public String toString() {
    return parts.stream().map(Name::text).collect(Collectors.joining("."));
  }
}
