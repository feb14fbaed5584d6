package sec.compiler.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Template;
import sec.compiler.operators.Shape;
import sec.compiler.values.Value;

/**
 * A step of the tree of paths: a net, block, label, slot, or operator in its place.
 *
 * @param path its name in the network; empty for the net itself
 * @param word what is written there: {@code SE}, {@code fc}, {@code gate}
 * @param kind what it is
 * @param block its declaration, for a net or block
 * @param arguments the values of its parameters that were needed, for a net or block
 * @param input shape at its entry
 * @param output shape of its result
 * @param children in order
 * @param nodes the ids of its own nodes, those of its children not included
 */
public record Instance(
    String path,
    String word,
    Kind kind,
    @Nullable Template block,
    Map<String, Value> arguments,
    Shape input,
    Shape output,
    List<Instance> children,
    List<Integer> nodes) {

  /** Keeps copies. */
  public Instance {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    children = List.copyOf(children);
    nodes = List.copyOf(nodes);
  }

  /** What an instance is of. */
  public enum Kind {
    /** The whole network. */
    NET,
    /** A block. */
    BLOCK,
    /** A labelled statement or branch. */
    LABEL,
    /** A slot with its content. */
    SLOT,
    /** An operator, or the join of branches. */
    OPERATOR
  }
}
