package sec.compiler.model;

import sec.compiler.source.Span;

/** A value bound by {@code let}. Two of the same name are two. */
public final class Local {
  private final String name;
  private final Span span;

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

  @Override
  public String toString() {
    return name;
  }
}
