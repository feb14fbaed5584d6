package sec.compiler.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Expression;

/** What has a body: a block or a net. Linked to others once all names of a file are known. */
public final class Template implements Declared {
  private final Declaration syntax;
  private List<Parameter> parameters = List.of();
  private List<Slot> slots = List.of();
  private @Nullable Body body;
  private @Nullable Expression input;
  private boolean sound = true;

  Template(Declaration syntax) {
    this.syntax = syntax;
  }

  void take(List<Parameter> parameters) {
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
  public Declaration syntax() {
    return syntax;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The slots it declares, in order. */
  public List<Slot> slots() {
    return slots;
  }

  boolean isResolved() {
    return body != null;
  }

  /** What it does. */
  public Body body() {
    if (body == null) {
      throw new IllegalStateException(name() + " is not resolved yet");
    }
    return body;
  }

  void takeInput(Expression input) {
    this.input = input;
  }

  /** The list that gives the input's shape, for a net; empty for a block. */
  public Optional<Expression> input() {
    return Optional.ofNullable(input);
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
