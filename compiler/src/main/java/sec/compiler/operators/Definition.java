package sec.compiler.operators;

import java.util.List;
import sec.compiler.values.Type;

/**
 * An operator's entry in the vocabulary.
 *
 * @param summary one line for people, shapes included
 * @param branches how its inputs are written, {@code a | b}; empty for one that reads the current
 *     value
 * @param meaning what it computes
 * @param parameters in the order of positional arguments
 */
record Definition(
    String summary,
    String branches,
    Composition.Meaning meaning,
    List<Operator.Parameter> parameters) {

  /** Gives the primitive that a use on an input of this shape is. */
  @FunctionalInterface
  interface Single {
    Primitive of(Arguments arguments, Shape input) throws ShapeException;
  }

  /** Follows the input through primitives. */
  @FunctionalInterface
  interface Graph {
    Wire of(Arguments arguments, Wire input) throws ShapeException;
  }

  /** One primitive. */
  static Definition primitive(String summary, Single single, Operator.Parameter... parameters) {
    return graph(summary, (a, x) -> x.then(single.of(a, x.shape())), parameters);
  }

  /** A graph of primitives. */
  static Definition graph(String summary, Graph graph, Operator.Parameter... parameters) {
    return new Definition(
        summary, "", (a, inputs) -> graph.of(a, inputs.getFirst()), List.of(parameters));
  }

  /** A parameter that a use must give. */
  static Operator.Parameter required(String name, Type type, String summary) {
    return new Operator.Parameter(name, type, false, "", summary);
  }

  /** A parameter with a default, as the user would write it. */
  static Operator.Parameter optional(String name, Type type, String fallback, String summary) {
    return new Operator.Parameter(name, type, false, fallback, summary);
  }
}
