package sec.compiler.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Expression;

/** What has a body: a block or a net. Linked to others once all names of a file are known. */
public final class Template implements Definition {
  private final Declaration syntax;
  private final List<Parameter> parameters;
  private List<Slot> slots = List.of();
  private @Nullable Body body;
  private boolean sound = true;

  Template(Declaration syntax, List<Parameter> parameters) {
    this.syntax = syntax;
    this.parameters = List.copyOf(parameters);
  }

  /** Something its uses need could not be resolved: they are not to be elaborated. */
  void markUnsound() {
    this.sound = false;
  }

  /** Whether uses of it can be elaborated: its defaults, and its input if it is a net. */
  public boolean isSound() {
    return sound;
  }

  void complete(List<Slot> slots, Body body) {
    this.slots = List.copyOf(slots);
    this.body = body;
  }

  @Override
  public String name() {
    return syntax.name().text();
  }

  @Override
  public String doc() {
    return syntax.doc();
  }

  @Override
  public Span span() {
    return syntax.name().span();
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The slots it declares, in order. */
  public List<Slot> slots() {
    return slots;
  }

  /** What it does. */
  public Body body() {
    if (body == null) {
      throw new IllegalStateException(name() + " is not resolved yet");
    }
    return body;
  }

  /** The list that gives the input's shape, for a net; empty for a block. */
  public Optional<Expression> input() {
    return syntax instanceof Declaration.Net net ? Optional.of(net.input()) : Optional.empty();
  }

  /** Whether this is a net. */
  public boolean isNet() {
    return syntax instanceof Declaration.Net;
  }

  @Override
  public String toString() {
    return (isNet() ? "net " : "block ") + name();
  }
}
