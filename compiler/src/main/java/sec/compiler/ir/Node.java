package sec.compiler.ir;

import java.util.List;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;

/**
 * One primitive operator of a network.
 *
 * @param id its place in {@link Network#nodes()}
 * @param path its name, unique in the network; that of a share's later uses has a mark that its
 *     parameters have not
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

  /** Whether it is on the way to the result of an operator that is made of several primitives. */
  public boolean isPart() {
    return path.indexOf('/') >= 0;
  }

  /** What is written at its place: the operator that it is, or is a part of. */
  public String word() {
    String place = path.replaceFirst("[/@].*", "");
    return place.substring(place.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
  }
}
