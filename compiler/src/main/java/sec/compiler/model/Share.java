package sec.compiler.model;

import sec.compiler.source.Span;

/** A chain with one set of weights, however often it is used. Two of the same name are two. */
public final class Share {
  private final String name;
  private final Span span;
  private final Chain chain;
  private boolean used;

  Share(String name, Span span, Chain chain) {
    this.name = name;
    this.span = span;
    this.chain = chain;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Where it is declared. */
  public Span span() {
    return span;
  }

  /** What each use does. */
  public Chain chain() {
    return chain;
  }

  void markUsed() {
    this.used = true;
  }

  boolean isUsed() {
    return used;
  }

  @Override
  public String toString() {
    return "share " + name;
  }
}
