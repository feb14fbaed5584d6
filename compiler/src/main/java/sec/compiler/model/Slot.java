package sec.compiler.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;

/** A place in a block or net where a variant may put something. */
public final class Slot {
  private final String name;
  private final Span span;
  private final List<Parameter> parameters;
  private @Nullable Chain fallback;
  private boolean used;

  Slot(String name, Span span, List<Parameter> parameters) {
    this.name = name;
    this.span = span;
    this.parameters = List.copyOf(parameters);
  }

  /** What its uses tell what stands in it. */
  public List<Parameter> parameters() {
    return parameters;
  }

  void markUsed() {
    this.used = true;
  }

  boolean isUsed() {
    return used;
  }

  void complete(Chain content) {
    this.fallback = content;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Where it is declared. */
  public Span span() {
    return span;
  }

  /** What stands there when no variant says otherwise; an empty chain for nothing. */
  public Chain fallback() {
    return fallback == null ? new Chain(span, List.of()) : fallback;
  }

  @Override
  public String toString() {
    return "slot " + name;
  }
}
