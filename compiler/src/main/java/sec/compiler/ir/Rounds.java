package sec.compiler.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sec.compiler.diagnostics.Code;
import sec.compiler.model.Element;
import sec.compiler.values.Value;

/** The rounds of a loop: what its names mean in each. */
final class Rounds {
  private Rounds() {}

  /** A frame for each item of the loop's list, in order. */
  static List<Frame> of(Element.For loop, Frame frame) throws EvaluationException {
    Value list = frame.evaluator().evaluate(loop.list());
    if (!(list instanceof Value.Items items)) {
      throw Evaluator.wrongKind(loop.list(), "a list", list);
    }
    List<Frame> rounds = new ArrayList<>();
    for (Value item : items.items()) {
      rounds.add(frame.with(named(loop, item)));
    }
    return rounds;
  }

  private static Map<String, Value> named(Element.For loop, Value item) throws EvaluationException {
    if (loop.names().size() == 1) {
      return Map.of(loop.names().getFirst().text(), item);
    }
    if (!(item instanceof Value.Items parts) || parts.items().size() != loop.names().size()) {
      throw new EvaluationException(
          Code.E143,
          loop.list().span(),
          "each item needs %d parts, one for each name, but one is %s"
              .formatted(loop.names().size(), item),
          "put lists side by side: for (a, b in zip(xs, ys)) < ... >");
    }
    Map<String, Value> values = new LinkedHashMap<>();
    for (int i = 0; i < loop.names().size(); i++) {
      values.put(loop.names().get(i).text(), parts.items().get(i));
    }
    return values;
  }
}
