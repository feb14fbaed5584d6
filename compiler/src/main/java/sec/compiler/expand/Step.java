package sec.compiler.expand;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Instance;

/**
 * One instance of a level, as the values that go through it.
 *
 * @param instance what it is
 * @param inputs ids of the values it reads: the one that enters it, or one for each branch
 * @param foreign ids of values that it reads inside, beside the one that enters it
 * @param results ids of the values that come of it: one, or one for each part of a split
 */
record Step(Instance instance, List<Integer> inputs, Set<Integer> foreign, List<Integer> results) {
  Step {
    inputs = List.copyOf(inputs);
    foreign = new LinkedHashSet<>(foreign);
    results = List.copyOf(results);
  }

  /** Whether it goes on with the value that entered it. */
  boolean passesOn() {
    return inputs.size() == 1 && results.equals(inputs);
  }

  boolean isSplit() {
    return results.size() > 1;
  }

  /** What the chain goes on with; null for a split, after which it goes on with what it had. */
  @Nullable Integer result() {
    return isSplit() ? null : results.getFirst();
  }

  String word() {
    return instance.word();
  }

  /** Whether its path has an index. */
  boolean isIndexed() {
    return instance.path().endsWith("]");
  }

  /** Whether it is written as a step of the path with something inside. */
  boolean isCompound() {
    return instance.kind() != Instance.Kind.OPERATOR && instance.kind() != Instance.Kind.SHARE;
  }
}
