package sec.compiler.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
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

  /** What {@code default} stands for, and what it stands for inside of that. */
  private final Deque<Chain> standing;

  /** How often each of those was gone through; what was twice is indexed in all of its words. */
  private final Map<Integer, Integer> visits = new HashMap<>();

  private int weight = 1;

  private PathWords(List<Chain> standing) {
    this.standing = new ArrayDeque<>(standing);
  }

  /** The indexed words of a body's level. */
  public static Set<String> indexed(Body body) {
    PathWords words = new PathWords(List.of());
    words.body(body);
    return words.twice();
  }

  /** The indexed words of a chain that is a level of its own. */
  public static Set<String> indexed(Chain chain) {
    return indexed(chain, List.of());
  }

  /** The indexed words of what stands in a slot, {@code standing} being what stood there before. */
  public static Set<String> indexed(Chain chain, List<Chain> standing) {
    PathWords words = new PathWords(standing);
    words.chain(chain);
    return words.twice();
  }

  /** The indexed words of an element that is a level of its own. */
  public static Set<String> indexed(Element element) {
    PathWords words = new PathWords(List.of());
    words.element(element);
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
        case Statement.Unpack unpack -> chain(unpack.chain());
        case Statement.Sharing sharing -> {
          if (sharing.share().place() == null) {
            word(sharing.share().name());
          }
        }
        case Statement.Output output -> chain(output.chain());
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

  /** A loop that is a whole branch is several, each with the label. */
  private void branch(Element.Branch branch) {
    List<Element> elements = branch.chain().elements();
    if (elements.size() == 1 && elements.getFirst() instanceof Element.For) {
      repeated(() -> labelled(branch.label(), branch.chain()));
    } else {
      labelled(branch.label(), branch.chain());
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
        merge.branches().forEach(this::branch);
        word(merge.kind().word());
      }
      case Element.Repeat repeat -> repeated(() -> element(repeat.element()));
      case Element.For loop -> repeated(() -> body(loop.body()));
      case Element.Conditional conditional -> {
        body(conditional.then());
        if (conditional.otherwise() != null) {
          body(conditional.otherwise());
        }
      }
      case Element.ParameterUse use -> word(use.name());
      case Element.Default ignored -> {
        if (!standing.isEmpty() && visits.merge(standing.size(), 1, Integer::sum) <= 2) {
          Chain before = standing.pop();
          chain(before);
          standing.push(before);
        }
      }
      case Element.ShareUse ignored -> {}
      case Element.ValueUse ignored -> {}
      case Element.Identity ignored -> {}
      case Element.Unresolved ignored -> {}
    }
  }

  private void repeated(Runnable inside) {
    int outer = weight;
    weight = 2;
    inside.run();
    weight = outer;
  }
}
