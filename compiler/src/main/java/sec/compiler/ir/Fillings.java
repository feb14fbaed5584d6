package sec.compiler.ir;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Chain;
import sec.compiler.model.Slot;
import sec.compiler.operators.Shape;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Value;

/** Decides what stands in each slot: the last line that reaches it, or its default. */
final class Fillings {
  private final List<Assembly.Graft> grafts;
  private final Map<String, Assembly.Filling> chosen = new LinkedHashMap<>();
  private final Map<String, Shape> slots = new LinkedHashMap<>();
  private final Set<Assembly.Graft> matched = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Integer> inside = new ArrayDeque<>();

  Fillings(List<Assembly.Graft> grafts) {
    this.grafts = grafts;
  }

  /**
   * What stands in one slot.
   *
   * @param graft index of the line that put it there; -1 for the default
   * @param line the line; null for the default
   * @param values what the line sees
   */
  record Choice(int graft, Assembly.@Nullable Graft line, Map<String, Value> values) {
    Chain content(Slot slot) {
      return line == null ? slot.fallback() : line.line().content();
    }

    Frame frame(Frame around, Shape entry) {
      return line == null ? around.content(entry) : Frame.put(values, entry);
    }
  }

  /** Chooses for the slot at {@code path}. */
  Choice choose(String path, Shape input) throws EvaluationException {
    slots.put(path, input);
    // A line never reaches slots inside of what it puts; later lines may.
    int outer = inside.isEmpty() ? -1 : inside.peek();
    Choice choice = new Choice(-1, null, Map.of());
    for (int i = outer + 1; i < grafts.size(); i++) {
      Assembly.Graft graft = grafts.get(i);
      Map<String, Value> indices = new PathMatch(graft).match(path);
      if (indices != null) {
        matched.add(graft);
        Map<String, Value> values = new LinkedHashMap<>(graft.values());
        values.putAll(indices);
        Expression condition = graft.line().condition();
        if (condition == null || Frame.put(values, input).evaluator().truth(condition)) {
          choice = new Choice(i, graft, values);
          chosen.put(path, new Assembly.Filling(graft, indices));
        }
      }
    }
    chosen.putIfAbsent(path, new Assembly.Filling(null, Map.of()));
    return choice;
  }

  void enter(Choice choice) {
    inside.push(Math.max(choice.graft(), inside.isEmpty() ? -1 : inside.peek()));
  }

  void leave() {
    inside.pop();
  }

  Map<String, Assembly.Filling> chosen() {
    return chosen;
  }

  /** The paths of all slots met, in order. */
  Set<String> paths() {
    return slots.keySet();
  }

  List<Assembly.Graft> unmatched() {
    return grafts.stream().filter(graft -> !matched.contains(graft)).toList();
  }
}
