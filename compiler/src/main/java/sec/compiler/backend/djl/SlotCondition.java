package sec.compiler.backend.djl;

import com.palantir.javapoet.CodeBlock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Java that tells some slots of a network from the others, as briefly as it can be said. */
final class SlotCondition {
  private final Set<String> wanted;
  private final Set<String> all;

  SlotCondition(Set<String> wanted, Set<String> all) {
    this.wanted = wanted;
    this.all = all;
  }

  /** The condition on {@code path}; empty when it always holds. */
  CodeBlock code() {
    if (wanted.equals(all)) {
      return CodeBlock.builder().build();
    }
    String first = wanted.iterator().next();
    String end = first.substring(first.lastIndexOf('.') + 1);
    if (says(path -> path.endsWith(end))) {
      return CodeBlock.of("path.endsWith($S)", end);
    }
    Set<String> starts = new LinkedHashSet<>();
    for (int dot = first.indexOf('.'); dot >= 0; dot = first.indexOf('.', dot + 1)) {
      starts.add(first.substring(0, dot + 1));
    }
    for (String start : starts) {
      if (says(path -> path.startsWith(start))) {
        return CodeBlock.of("path.startsWith($S)", start);
      }
      if (says(path -> path.startsWith(start) && path.endsWith(end))) {
        return CodeBlock.of("path.startsWith($S) && path.endsWith($S)", start, end);
      }
    }
    CodeBlock list =
        wanted.stream()
            .map(path -> CodeBlock.of("$S", path))
            .collect(
                Collectors.collectingAndThen(Collectors.toList(), l -> CodeBlock.join(l, ",$W")));
    return CodeBlock.of("$T.of($L).contains(path)", List.class, list);
  }

  /** Whether it is said without naming every slot. */
  boolean isBrief() {
    return !Lines.text(code()).contains(".contains(path)");
  }

  private boolean says(Predicate<String> condition) {
    return all.stream().allMatch(path -> condition.test(path) == wanted.contains(path));
  }
}
