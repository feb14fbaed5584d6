package sec.compiler.model;

import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;

/** A chain with one set of weights, however often it is used. Two of the same name are two. */
public final class Share {
  private final String name;
  private final Span span;
  private final @Nullable Place place;
  private final Chain chain;
  private boolean used;

  Share(String name, Span span, @Nullable Place place, Chain chain) {
    this.name = name;
    this.span = span;
    this.place = place;
    this.chain = chain;
  }

  /**
   * A step of a path as it is, which is not counted among the steps of its level.
   *
   * @param word its word
   * @param index its index; null for none
   */
  public record Place(String word, @Nullable Integer index) {}

  /** Its name. */
  public String name() {
    return name;
  }

  /** The step of the path that it says it has; null where that is its name. */
  public @Nullable Place place() {
    return place;
  }

  /** The word of its step. */
  public String word() {
    return place == null ? name : place.word();
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
