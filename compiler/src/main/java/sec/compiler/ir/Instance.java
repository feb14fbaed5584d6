package sec.compiler.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Template;
import sec.compiler.operators.Operator;
import sec.compiler.operators.Shape;
import sec.compiler.values.Value;

/**
 * A step of the tree of paths: a net, block, label, slot, or operator in its place.
 *
 * <p>What a node of it reads is its {@link #entry}, one of its {@link #values}, or the result of a
 * node inside of it; a label, slot or share may also read values bound in the block around it.
 *
 * @param path its name in the network; empty for the net itself
 * @param word what is written there: {@code SE}, {@code fc}, {@code gate}
 * @param kind what it is
 * @param block its declaration, for a net or block
 * @param operator what it is a use of, for an operator
 * @param arguments the values of its parameters that were needed, for a net or block; what was
 *     given, for an operator
 * @param given the names of those arguments that its use gives, in the order of the parameters
 * @param inputs ids of the nodes whose values an operator reads, in its order
 * @param entry id of the node whose value enters it
 * @param values ids of the nodes whose values are given to it as arguments, by parameter
 * @param result id of the node whose value is its result; {@code entry} where it does nothing
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
    @Nullable Operator operator,
    Map<String, Value> arguments,
    List<String> given,
    List<Integer> inputs,
    int entry,
    Map<String, Integer> values,
    int result,
    Shape input,
    Shape output,
    List<Instance> children,
    List<Integer> nodes) {

  /** Keeps copies. */
  public Instance {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    given = List.copyOf(given);
    inputs = List.copyOf(inputs);
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
    /**
     * A use of a share. All uses of one share have the same path, and their nodes read the same
     * parameters.
     */
    SHARE,
    /** A use of a block's parameter that stands for an operator or block. */
    PARAMETER,
    /** An operator, or the join of branches. */
    OPERATOR
  }
}
