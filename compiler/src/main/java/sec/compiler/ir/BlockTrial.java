package sec.compiler.ir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.model.Parameter;
import sec.compiler.model.Template;
import sec.compiler.operators.Shape;
import sec.compiler.values.Type;
import sec.compiler.values.Value;

/**
 * Tries a block by itself, before any net uses it. Only one kind of error does not depend on the
 * numbers a net would bring: a map where a vector is needed, or the other way round.
 */
public final class BlockTrial {
  private static final Shape MAP = Shape.of(256, 32, 32);
  private static final Shape VECTOR = Shape.of(256);

  /** What all blocks of a file may take: beyond it, too, they are left to the nets. */
  private final Budget budget = Budget.ofTrials();

  /** Errors that the block has on a map and on a vector alike, as they show on a map. */
  public List<Diagnostic> rankErrors(Template block) {
    if (budget.isSpent()) {
      return List.of();
    }
    List<Diagnostic> onMap = rankErrors(block, MAP);
    return onMap.isEmpty() || rankErrors(block, VECTOR).isEmpty() ? List.of() : onMap;
  }

  private List<Diagnostic> rankErrors(Template block, Shape input) {
    Map<String, Value> arguments = new LinkedHashMap<>();
    for (Parameter parameter : block.parameters()) {
      boolean number = parameter.type() == Type.INTEGER || parameter.type() == Type.SIZE;
      if (parameter.fallback() == null && number) {
        arguments.put(parameter.name(), Value.Number.of(16));
      } else if (parameter.fallback() == null) {
        return List.of();
      }
    }
    Diagnostics found = new Diagnostics();
    Work work = new Work(found::add, budget.trial());
    new Elaborator(new Fillings(List.of(), new PathCounts(), work), found, work)
        .root(block, arguments, input);
    return found.sorted().stream().filter(d -> d.code() == Code.E203).toList();
  }
}
