package sec.compiler.model;

import sec.compiler.source.Span;

/** A value bound by {@code let}. Two of the same name are two. */
public final class Local {
  private final String name;
  private final Span span;
  private boolean used;

  Local(String name, Span span) {
    this.name = name;
    this.span = span;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Where it is bound. */
  public Span span() {
    return span;
  }

  void markUsed() {
    this.used = true;
  }

  /** Whether a chain starts from it; where none does, that is reported. */
  public boolean isUsed() {
    return used;
  }

  @Override
  public String toString() {
    return name;
  }
}
