package sec.compiler.backend.djl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sec.compiler.model.Body;
import sec.compiler.model.Chain;
import sec.compiler.model.Element;
import sec.compiler.model.Slot;
import sec.compiler.model.Statement;
import sec.compiler.model.Template;

/** Follows the sizes of values through bodies, in Java's terms. */
final class DimensionWalk {
  private static final int MOST_STEPS = 64;

  private final Template owner;
  private final Scope scope;
  private final SlotSizes slots;

  /** Makes a walk through the body of {@code owner}. */
  DimensionWalk(Template owner, Scope scope, SlotSizes slots) {
    this.owner = owner;
    this.scope = scope;
    this.slots = slots;
  }

  Dims body(Body body, Dims input) {
    Dims current = input;
    Dims remembered = null;
    for (Statement statement : body.statements()) {
      switch (statement) {
        case Statement.Let let -> scope.bind(let.local(), chain(let.chain(), current));
        case Statement.Require ignored -> {}
        case Statement.Unpack unpack -> unpack(unpack, current);
        case Statement.Sharing ignored -> {}
        case Statement.Output output -> chain(output.chain(), current);
        case Statement.Phase phase -> {
          remembered = remembered == null ? current : remembered;
          current = chain(phase.chain(), current);
        }
        case Statement.Scale ignored -> {
          current = joined(List.of(remembered == null ? current : remembered, current));
          remembered = null;
        }
        case Statement.Flow flow -> current = chain(flow.chain(), current);
      }
    }
    return current;
  }

  Dims chain(Chain chain, Dims input) {
    Dims current = input;
    for (Element element : chain.elements()) {
      current = element(element, current);
    }
    return current;
  }

  Dims element(Element element, Dims in) {
    return switch (element) {
      case Element.OperatorUse use ->
          DimensionRules.after(use.operator(), new OperatorTerms(use, scope.terms()), in);
      case Element.BlockUse use -> block(use.block(), scope.terms(use.arguments()), in);
      case Element.SlotUse use -> slot(use.slot(), in);
      case Element.ShareUse use -> chain(use.share().chain(), in);
      case Element.ParameterUse use -> parameter(use, in);
      case Element.Default use -> throw Unwritten.of(use);
      case Element.For loop -> loop(loop, in);
      case Element.ValueUse use -> scope.local(use.local());
      case Element.Identity ignored -> in;
      case Element.Group group -> body(group.body(), in);
      case Element.Merge merge -> merge(merge, in);
      case Element.Repeat repeat -> repeat(repeat, in);
      case Element.Conditional conditional -> conditional(conditional, in);
      case Element.Unresolved ignored -> throw new IllegalStateException("not resolved");
    };
  }

  private Dims loop(Element.For loop, Dims in) {
    Dims current = in;
    for (Scope round : scope.rounds(loop)) {
      current = new DimensionWalk(owner, round, slots).body(loop.body(), current);
    }
    return current;
  }

  private void unpack(Statement.Unpack unpack, Dims in) {
    Dims whole = chain(Split.before(unpack), in);
    List<Split.Part> parts = Split.of(unpack, scope.terms(), whole);
    for (int i = 0; i < parts.size(); i++) {
      scope.bind(unpack.locals().get(i), parts.get(i).dims());
    }
  }

  private Dims block(Template block, Map<String, Term> arguments, Dims in) {
    return new DimensionWalk(block, Scope.of(block, arguments, in), slots).body(block.body(), in);
  }

  private Dims parameter(Element.ParameterUse use, Dims in) {
    if (!(scope.parameters().get(use.name()) instanceof Term.Given given)) {
      return slots.after(owner, Unwritten.plain(use), in);
    }
    Completed completed = Completed.of(use, given, scope, in);
    return switch (given.element()) {
      case Element.OperatorUse operator ->
          DimensionRules.after(
              operator.operator(),
              OperatorTerms.of(operator.operator(), completed.arguments()),
              in);
      case Element.BlockUse block -> block(block.block(), completed.arguments(), in);
      case Element other -> new DimensionWalk(owner, completed.scope(), slots).element(other, in);
    };
  }

  Dims slot(Slot slot, Dims in) {
    return slots.after(owner, slot.name(), in);
  }

  private Dims merge(Element.Merge merge, Dims in) {
    List<Dims> results = new ArrayList<>();
    for (Element.Branch branch : merge.branches()) {
      if (branch.loop().isEmpty()) {
        results.add(chain(branch.chain(), in));
      }
      branch
          .loop()
          .ifPresent(
              loop ->
                  scope
                      .rounds(loop)
                      .forEach(
                          round ->
                              results.add(
                                  new DimensionWalk(owner, round, slots).body(loop.body(), in))));
    }
    return DimensionRules.merged(
        merge.operator(), new OperatorTerms(merge, scope.terms()), results);
  }

  /** Of broadcast sizes, the first that is not 1: all others are equal to it, or 1. */
  static Dims joined(List<Dims> branches) {
    boolean map = branches.stream().anyMatch(Dims::map);
    if (!map) {
      return Dims.vector(branches.stream().map(Dims::c).reduce(Whole.ONE, DimensionWalk::larger));
    }
    return Dims.map(
        branches.stream().map(Dims::c).reduce(Whole.ONE, DimensionWalk::larger),
        branches.stream().filter(Dims::map).map(Dims::h).reduce(Whole.ONE, DimensionWalk::larger),
        branches.stream().filter(Dims::map).map(Dims::w).reduce(Whole.ONE, DimensionWalk::larger));
  }

  private static Whole larger(Whole a, Whole b) {
    return a.is(1) ? b : a;
  }

  private Dims repeat(Element.Repeat repeat, Dims in) {
    Whole count = scope.terms().number(repeat.count()).whole();
    Dims once = element(repeat.element(), in);
    if (once.sameAs(in) || count.is(0)) {
      return in;
    }
    Dims twice = element(repeat.element(), once);
    if (twice.sameAs(once)) {
      return count.constant() != null ? once : chosen(positive(count), once, in);
    }
    if (count.constant() != null && count.constant().intValueExact() <= MOST_STEPS) {
      Dims current = in;
      for (int i = 0; i < count.constant().intValueExact(); i++) {
        current = element(repeat.element(), current);
      }
      return current;
    }
    return grown(in, once, twice, count);
  }

  /** Channels that grow by the same number at each step, as in a DenseNet. */
  private static Dims grown(Dims in, Dims once, Dims twice, Whole count) {
    String start = in.c().text() + " + ";
    boolean steady =
        once.c().text().startsWith(start)
            && twice
                .c()
                .text()
                .equals(once.c().text() + once.c().text().substring(start.length() - 3))
            && once.withChannels(in.c()).sameAs(in);
    if (!steady) {
      Whole open = Whole.unknown("the sizes after a repeat depend on its count");
      return in.map() ? Dims.map(open, open, open) : Dims.vector(open);
    }
    Whole step =
        new Whole(
            once.c().text().substring(start.length()),
            Whole.Precedence.SUM,
            null,
            once.c().names());
    return in.withChannels(in.c().plus(count.times(step)));
  }

  private static Term.Truth positive(Whole count) {
    return new Term.Truth(count.within(Whole.Precedence.SUM) + " > 0", null, count.names());
  }

  private Dims conditional(Element.Conditional conditional, Dims in) {
    Term.Truth condition = scope.terms().truth(conditional.condition());
    if (condition.constant() != null) {
      return condition.constant() ? body(conditional.then(), in) : otherwise(conditional, in);
    }
    return chosen(condition, body(conditional.then(), in), otherwise(conditional, in));
  }

  private Dims otherwise(Element.Conditional conditional, Dims in) {
    return conditional.otherwise() == null ? in : body(conditional.otherwise(), in);
  }

  static Dims chosen(Term.Truth condition, Dims then, Dims otherwise) {
    if (then.map() != otherwise.map()) {
      throw new NotOneClassException("an if gives a map in one case and a vector in the other");
    }
    return new Dims(
        then.map(),
        then.c().choice(condition.text(), condition.names(), otherwise.c()),
        then.h().choice(condition.text(), condition.names(), otherwise.h()),
        then.w().choice(condition.text(), condition.names(), otherwise.w()));
  }
}
