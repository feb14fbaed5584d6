package sec.compiler.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which words of one level of a path carry an index: those written twice there, and those standing
 * under {@code *}. A level is the body of a block or net, what a label names, or what stands in a
 * slot; anonymous bodies and branches belong to the level around them.
 */
public final class PathWords {
  private final Map<String, Integer> counts = new HashMap<>();
  private int weight = 1;

  private PathWords() {}

  /** The indexed words of a body's level. */
  public static Set<String> indexed(Body body) {
    PathWords words = new PathWords();
    words.body(body);
    return words.twice();
  }

  /** The indexed words of a chain that is a level of its own. */
  public static Set<String> indexed(Chain chain) {
    PathWords words = new PathWords();
    words.chain(chain);
    return words.twice();
  }

  private Set<String> twice() {
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void word(String word) {
    counts.merge(word, weight, Integer::sum);
  }

  private void body(Body body) {
    for (Statement statement : body.statements()) {
      switch (statement) {
        case Statement.Let let -> chain(let.chain());
        case Statement.Phase phase -> chain(phase.chain());
        case Statement.Flow flow -> labelled(flow.label(), flow.chain());
        case Statement.Scale ignored -> word("scale");
        case Statement.Require ignored -> {}
      }
    }
  }

  private void labelled(@Nullable String label, Chain chain) {
    if (label == null) {
      chain(chain);
    } else {
      word(label);
    }
  }

  private void chain(Chain chain) {
    chain.elements().forEach(this::element);
  }

  private void element(Element element) {
    switch (element) {
      case Element.OperatorUse use -> word(use.operator().word());
      case Element.BlockUse use -> word(use.block().name());
      case Element.SlotUse use -> word(use.slot().name());
      case Element.Group group -> body(group.body());
      case Element.Merge merge -> {
        merge.branches().forEach(branch -> labelled(branch.label(), branch.chain()));
        word(merge.kind().word());
      }
      case Element.Repeat repeat -> {
        int outer = weight;
        weight = 2;
        element(repeat.element());
        weight = outer;
      }
      case Element.Conditional conditional -> {
        body(conditional.then());
        if (conditional.otherwise() != null) {
          body(conditional.otherwise());
        }
      }
      case Element.ValueUse ignored -> {}
      case Element.Identity ignored -> {}
      case Element.Unresolved ignored -> {}
    }
  }
}
