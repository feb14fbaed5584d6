package sec.compiler.ir;

import java.util.List;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;

/**
 * One primitive operator of a network.
 *
 * @param id its place in {@link Network#nodes()}
 * @param path its name, unique in the network
 * @param primitive what it computes
 * @param inputs ids of the nodes it reads, all before it
 * @param shape of its result
 * @param parameters what it reads, in the order of {@link Primitive#tensors}; it does not own them
 */
public record Node(
    int id,
    String path,
    Primitive primitive,
    List<Integer> inputs,
    Shape shape,
    List<Parameter> parameters) {

  /** Keeps copies. */
  public Node {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
  }
}
