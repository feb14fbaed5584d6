package sec.compiler.expand;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Instance;

/** Which steps of a level make and read which values. */
final class Readings {
  private final Map<Integer, TreeSet<Integer>> uses = new HashMap<>();
  private final Map<Integer, Integer> producers = new HashMap<>();

  /** What is read by name alone: inside of steps, or at a place that it has to wait for. */
  private final Set<Integer> named = new HashSet<>();

  Readings(List<Step> steps, Instance level) {
    @Nullable Integer current = level.entry();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      int here = i;
      step.inputs().forEach(id -> use(id, here));
      step.foreign().forEach(id -> use(id, here));
      named.addAll(step.foreign());
      if (step instanceof Step.Output output && !Integer.valueOf(output.value()).equals(current)) {
        named.add(output.value());
      }
      if (step.names()) {
        named.addAll(step.results());
      }
      if (!(step instanceof Step.Use use && use.passesOn())) {
        step.results().forEach(id -> producers.putIfAbsent(id, here));
      }
      current = step.result() == null ? current : step.result();
    }
    use(level.result(), steps.size());
  }

  private void use(int id, int at) {
    uses.computeIfAbsent(id, i -> new TreeSet<>()).add(at);
  }

  /** Whether this gets a name as soon as it is there. */
  boolean hasName(int id) {
    return named.contains(id);
  }

  /** The step that makes {@code id}; -1 when it comes from elsewhere. */
  int producer(int id) {
    return producers.getOrDefault(id, -1);
  }

  /** The last step that reads {@code id}; -1 without one. */
  int lastUse(int id) {
    TreeSet<Integer> all = uses.get(id);
    return all == null ? -1 : all.last();
  }

  /** Whether a step after {@code at} and before {@code end} reads this value. */
  boolean isUsed(int id, int at, int end) {
    TreeSet<Integer> all = uses.get(id);
    Integer next = all == null ? null : all.higher(at);
    return next != null && next < end;
  }
}
