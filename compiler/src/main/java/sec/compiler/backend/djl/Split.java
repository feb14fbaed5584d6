package sec.compiler.backend.djl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sec.compiler.model.Chain;
import sec.compiler.model.Element;
import sec.compiler.model.Statement;
import sec.compiler.operators.Axis;

/** The parts of a value that several names are bound to. */
final class Split {
  private Split() {}

  /**
   * One part.
   *
   * @param axis along which it lies
   * @param start its first index
   * @param end the index after its last
   * @param dims its sizes
   */
  record Part(Axis axis, Whole start, Whole end, Dims dims) {}

  /** The chain up to its split. */
  static Chain before(Statement.Unpack unpack) {
    List<Element> elements = unpack.chain().elements();
    return new Chain(unpack.chain().span(), elements.subList(0, elements.size() - 1));
  }

  /** A part for each name. */
  static List<Part> of(Statement.Unpack unpack, Terms terms, Dims whole) {
    OperatorTerms arguments =
        new OperatorTerms((Element.OperatorUse) unpack.chain().elements().getLast(), terms);
    Axis axis = arguments.axis("axis");
    List<Whole> sizes = arguments.parts("parts");
    int names = unpack.locals().size();
    if (sizes.size() == 1) {
      Whole each = whole.get(axis).over(Whole.of(names));
      sizes = Collections.nCopies(names, each);
    }
    List<Part> parts = new ArrayList<>();
    Whole start = Whole.ZERO;
    for (Whole size : sizes) {
      Whole end = start.plus(size);
      parts.add(new Part(axis, start, end, whole.with(axis, size)));
      start = end;
    }
    return parts;
  }
}
