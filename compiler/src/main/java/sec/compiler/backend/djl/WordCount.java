package sec.compiler.backend.djl;

import java.util.HashMap;
import java.util.Map;
import sec.compiler.model.Body;
import sec.compiler.model.Chain;
import sec.compiler.model.Element;
import sec.compiler.model.Statement;

/** How often one round of a repeat uses each word at its level, as Java says it. */
final class WordCount {
  private final Scope scope;
  private Map<String, Whole> counts = new HashMap<>();

  WordCount(Scope scope) {
    this.scope = scope;
  }

  Map<String, Whole> of(Element element) {
    element(element);
    return counts;
  }

  private void add(String word) {
    counts.merge(word, Whole.ONE, (a, b) -> a.plus(b));
  }

  private void body(Body body) {
    for (Statement statement : body.statements()) {
      switch (statement) {
        case Statement.Let let -> chain(let.chain());
        case Statement.Phase phase -> chain(phase.chain());
        case Statement.Scale ignored -> add("scale");
        case Statement.Require ignored -> {}
        case Statement.Unpack unpack -> chain(unpack.chain());
        case Statement.Sharing sharing -> {
          if (sharing.share().place() == null) {
            add(sharing.share().name());
          }
        }
        case Statement.Output output -> chain(output.chain());
        case Statement.Flow flow -> {
          if (flow.label() == null) {
            chain(flow.chain());
          } else {
            add(flow.label());
          }
        }
      }
    }
  }

  private void chain(Chain chain) {
    chain.elements().forEach(this::element);
  }

  private void element(Element element) {
    switch (element) {
      case Element.OperatorUse use -> add(use.operator().word());
      case Element.BlockUse use -> add(use.block().name());
      case Element.SlotUse use -> add(use.slot().name());
      case Element.ShareUse ignored -> {}
      case Element.ParameterUse use -> add(use.name());
      case Element.Default use -> throw Unwritten.of(use);
      case Element.For loop -> scope.rounds(loop).forEach(round -> body(loop.body()));
      case Element.Group group -> body(group.body());
      case Element.Merge merge -> {
        for (Element.Branch branch : merge.branches()) {
          if (branch.label() == null) {
            chain(branch.chain());
          } else {
            add(branch.label());
          }
        }
        add(merge.kind().word());
      }
      case Element.Repeat repeat -> {
        Map<String, Whole> one = new WordCount(scope).of(repeat.element());
        Whole times = scope.terms().number(repeat.count()).whole();
        counts = PathNames.repeated(counts, one, times);
      }
      case Element.Conditional conditional -> conditional(conditional);
      case Element.ValueUse ignored -> {}
      case Element.Identity ignored -> {}
      case Element.Unresolved ignored -> {}
    }
  }

  private void conditional(Element.Conditional conditional) {
    Term.Truth condition = scope.terms().truth(conditional.condition());
    WordCount then = new WordCount(scope);
    then.body(conditional.then());
    WordCount otherwise = new WordCount(scope);
    if (conditional.otherwise() != null) {
      otherwise.body(conditional.otherwise());
    }
    Map<String, Whole> all = new HashMap<>(then.counts);
    otherwise.counts.keySet().forEach(word -> all.putIfAbsent(word, Whole.ZERO));
    for (Map.Entry<String, Whole> entry : all.entrySet()) {
      Whole b = otherwise.counts.getOrDefault(entry.getKey(), Whole.ZERO);
      Whole chosen =
          condition.constant() == null
              ? entry.getValue().choice(condition.text(), condition.names(), b)
              : condition.constant() ? entry.getValue() : b;
      counts.merge(entry.getKey(), chosen, (x, y) -> x.plus(y));
    }
  }
}
