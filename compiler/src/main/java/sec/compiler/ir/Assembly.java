package sec.compiler.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Definition;
import sec.compiler.model.Template;
import sec.compiler.model.Variant;
import sec.compiler.operators.Shape;
import sec.compiler.values.Value;

/**
 * What a network is made of: a net, values for its parameters, and what is put into its slots.
 *
 * @param target the net or variant that was asked for
 * @param net the net underneath
 * @param arguments what is set of the net's parameters
 * @param input shape of one sample
 * @param grafts lines of variants, later ones win
 * @param fillings what stands in each slot, by the path of the slot
 */
public record Assembly(
    Definition target,
    Template net,
    Map<String, Value> arguments,
    Shape input,
    List<Graft> grafts,
    Map<String, Filling> fillings) {

  /** Keeps copies. */
  public Assembly {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    grafts = List.copyOf(grafts);
    fillings = Collections.unmodifiableMap(new LinkedHashMap<>(fillings));
  }

  /**
   * A line of a variant with the values it sees.
   *
   * @param line the line
   * @param values of the variant's parameters and its net's
   */
  public record Graft(Variant.Graft line, Map<String, Value> values) {
    /** Keeps a copy. */
    public Graft {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * What stands in one slot.
   *
   * @param graft the line that put it there; null for the slot's default
   * @param indices what the line's {@code [let i]} are here
   */
  public record Filling(@Nullable Graft graft, Map<String, Value> indices) {
    /** Keeps a copy. */
    public Filling {
      indices = Collections.unmodifiableMap(new LinkedHashMap<>(indices));
    }
  }
}
