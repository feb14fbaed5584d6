package sec.compiler.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Expression;

/** A table of a paper: what is trained, what is varied, and how. */
public final class Experiment implements Declared {
  private final Declaration.Experiment syntax;
  private @Nullable NetChoice net;
  private List<Axis> axes = List.of();
  private Map<String, Setting> settings = Map.of();

  Experiment(Declaration.Experiment syntax) {
    this.syntax = syntax;
  }

  void complete(@Nullable NetChoice net, List<Axis> axes, Map<String, Setting> settings) {
    this.net = net;
    this.axes = List.copyOf(axes);
    this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * A net or variant with some of its parameters set.
   *
   * @param span as written
   * @param net which
   * @param arguments by parameter
   */
  public record NetChoice(Span span, Definition net, Map<String, Expression> arguments) {}

  /** What one line varies; several lines make a product. */
  public sealed interface Axis {
    /** The whole line. */
    Span span();
  }

  /**
   * {@code compare net in [...]}.
   *
   * @param span the whole line
   * @param nets in order
   */
  public record NetAxis(Span span, List<NetChoice> nets) implements Axis {}

  /**
   * {@code compare path in [...]}.
   *
   * @param span the whole line
   * @param contents lines that put one thing each, in order
   */
  public record SlotAxis(Span span, List<Variant.Graft> contents) implements Axis {}

  /**
   * {@code compare parameter in [...]}.
   *
   * @param span the whole line
   * @param parameter its name
   * @param values in order, as far as they are written one by one; otherwise one list
   */
  public record ParameterAxis(Span span, String parameter, Expression values) implements Axis {}

  /**
   * A setting.
   *
   * @param span the whole line
   * @param items what is said of it, in order
   */
  public record Setting(Span span, List<Item> items) {
    /** Keeps a copy. */
    public Setting {
      items = List.copyOf(items);
    }
  }

  /**
   * One thing that is said of a setting.
   *
   * @param span as written
   * @param word what it is; empty for a number by itself
   * @param arguments by parameter; the number under the setting's own name
   */
  public record Item(Span span, String word, Map<String, Expression> arguments) {}

  @Override
  public Declaration.Experiment syntax() {
    return syntax;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  /** What is trained; empty when the nets are compared. */
  public Optional<NetChoice> net() {
    return Optional.ofNullable(net);
  }

  /** What is varied, in order. */
  public List<Axis> axes() {
    return axes;
  }

  /** The settings that are written, by their words. */
  public Map<String, Setting> settings() {
    return settings;
  }

  @Override
  public String toString() {
    return "experiment " + name();
  }
}
