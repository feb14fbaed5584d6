package sec.compiler.backend.djl;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Body;
import sec.compiler.model.Chain;
import sec.compiler.model.Element;
import sec.compiler.model.Local;
import sec.compiler.model.PathWords;
import sec.compiler.model.Share;
import sec.compiler.model.Statement;
import sec.compiler.model.Template;
import sec.compiler.operators.Operator;

/**
 * Writes the constructor and the forward pass of one class: walks a body once, adding children to
 * the one and statements to the other.
 */
final class ClassPrinter {
  static final ClassName BLOCK = ClassName.get("ai.djl.nn", "Block");
  static final ClassName DJL_BLOCKS = ClassName.get("ai.djl.nn", "Blocks");

  private final DjlProgram program;
  private final Template owner;
  private Scope scope;
  private final Lines constructor = new Lines();
  private final Lines forward = new Lines();
  private final Identifiers identifiers;
  private final SizeVariables sizeVariables;
  private final Map<Local, Flow> locals = new HashMap<>();
  private final Map<Share, PathNames.Name> shares = new HashMap<>();

  private final Children children;
  private final PartPrinter parts;

  ClassPrinter(DjlProgram program, Template owner, Scope scope, Set<String> taken) {
    this.program = program;
    this.owner = owner;
    this.scope = scope;
    this.identifiers = new Identifiers(taken);
    this.children = new Children(constructor, identifiers);
    this.sizeVariables = new SizeVariables(constructor, identifiers);
    this.parts = new PartPrinter(program, owner, constructor, identifiers, sizeVariables, children);
  }

  Lines constructor() {
    return constructor;
  }

  Lines forward() {
    return forward;
  }

  Children children() {
    return children;
  }

  /** Whether the input is a map, of each parameter that is a block and is used, by variable. */
  Map<String, Boolean> blocks() {
    return parts.blocks();
  }

  void body(Body body) {
    Flow flow = Flow.input(scope.entry(), forward);
    body(body, flow, new PathNames(List.of(), PathWords.indexed(body)));
    result(flow);
  }

  void chain(Chain chain) {
    Flow flow = Flow.input(scope.entry(), forward);
    chain(chain, flow, new PathNames(List.of(), PathWords.indexed(chain)));
    result(flow);
  }

  private void result(Flow flow) {
    forward.statement(Set.copyOf(flow.reads()), "return $L", flow.value());
  }

  private void body(Body body, Flow flow, PathNames names) {
    Flow gate = null;
    for (Statement statement : body.statements()) {
      Flow current = gate == null ? flow : gate;
      switch (statement) {
        case Statement.Let let -> {
          Flow value = current.branch(() -> identifiers.fresh(let.local().name()));
          chain(let.chain(), value, names);
          value.own();
          locals.put(let.local(), value);
          scope.bind(let.local(), value.dims());
        }
        case Statement.Require require -> require(require);
        case Statement.Unpack unpack -> unpack(unpack, current, names);
        case Statement.Sharing declared -> {
          if (declared.share().place() != null) {
            throw new NotOneClassException(declared.share().name() + " says its step of the path");
          }
          shares.put(declared.share(), names.next(declared.share().name()));
        }
        case Statement.Output output -> {
          Flow value = current.branch(() -> identifiers.fresh(output.name()));
          chain(output.chain(), value, names);
          value.settle();
          forward.statement(
              Set.copyOf(value.reads()), "pass.output($S, $L)", output.name(), value.value());
        }
        case Statement.Phase phase -> {
          if (gate == null) {
            gate = flow.branch(() -> identifiers.fresh("gate"));
          }
          chain(phase.chain(), gate, names);
        }
        case Statement.Scale ignored -> {
          names.next("scale");
          if (gate != null) {
            flow.join(
                program,
                Operator.MUL,
                new OperatorTerms(Operator.MUL, Map.of()),
                List.of(flow, gate));
          }
          gate = null;
        }
        case Statement.Flow step -> labelled(step.label(), step.chain(), current, names);
      }
    }
  }

  private void shared(Share share, Flow flow) {
    PathNames.Name name = requireNonNull(shares.get(share));
    children.enterShare(share.name());
    chain(share.chain(), flow, new PathNames(name.pieces(), PathWords.indexed(share.chain())));
    children.leaveShare();
  }

  private void unpack(Statement.Unpack unpack, Flow current, PathNames names) {
    Flow whole = current.branch(() -> identifiers.fresh("parts"));
    chain(Split.before(unpack), whole, names);
    whole.settle();
    names.next(Operator.SPLIT.word());
    List<Split.Part> parts = Split.of(unpack, scope.terms(), whole.dims());
    for (int i = 0; i < parts.size(); i++) {
      Split.Part part = parts.get(i);
      Local local = unpack.locals().get(i);
      Flow value = whole.branch(() -> identifiers.fresh(local.name()));
      ValuePrinter.Printed code =
          ValuePrinter.part(whole.argument(), part.axis(), part.start(), part.end());
      value.become(code.code(), code.reads(), 1, part.dims());
      value.own();
      locals.put(local, value);
      scope.bind(local, value.dims());
    }
  }

  private void require(Statement.Require require) {
    Term.Truth condition = scope.terms().truth(require.condition());
    if (condition.constant() != null) {
      return;
    }
    constructor.open(condition.names(), "if ($L)", negated(condition));
    constructor.statement(
        Set.of(), "throw new IllegalArgumentException($L)", Terms.quoted(require.message()));
    constructor.close();
  }

  private static String negated(Term.Truth condition) {
    return "!" + condition.grouped();
  }

  private void labelled(@Nullable String label, Chain chain, Flow flow, PathNames names) {
    if (label == null) {
      chain(chain, flow, names);
    } else {
      chain(chain, flow, new PathNames(names.next(label).pieces(), PathWords.indexed(chain)));
    }
  }

  private void chain(Chain chain, Flow flow, PathNames names) {
    for (Element element : chain.elements()) {
      element(element, flow, names);
    }
  }

  private void element(Element element, Flow flow, PathNames names) {
    switch (element) {
      case Element.OperatorUse use ->
          parts.operator(use.operator(), new OperatorTerms(use, scope.terms()), flow, names);
      case Element.BlockUse use ->
          parts.block(use.block(), scope.terms(use.arguments()), flow, names);
      case Element.SlotUse use -> parts.slot(use, scope, flow, names);
      case Element.ShareUse use -> shared(use.share(), flow);
      case Element.ParameterUse use -> parameter(use, flow, names);
      case Element.Default use -> throw Unwritten.of(use);
      case Element.For loop -> {
        Scope around = scope;
        for (Scope round : scope.rounds(loop)) {
          scope = round;
          body(loop.body(), flow, names);
        }
        scope = around;
      }
      case Element.ValueUse use -> {
        Flow value = locals.get(use.local());
        if (value != null) {
          flow.become(value.argument(), Set.of(), 0, value.dims());
        }
      }
      case Element.Identity ignored -> {}
      case Element.Group group -> body(group.body(), flow, names);
      case Element.Merge merge -> merge(merge, flow, names);
      case Element.Repeat repeat -> repeat(repeat, flow, names);
      case Element.Conditional choice -> conditional(choice, flow, names);
      case Element.Unresolved ignored -> throw new IllegalStateException("not resolved");
    }
  }

  private void parameter(Element.ParameterUse use, Flow flow, PathNames names) {
    switch (scope.parameters().get(use.name())) {
      case Term.Maker maker -> parts.made(use, maker, flow, names.next(use.name()));
      case Term.Given given -> given(use, given, flow, names.next(use.name()));
      case null, default -> throw Unwritten.of(use);
    }
  }

  /** What is known of a given block is written as if it stood here. */
  private void given(Element.ParameterUse use, Term.Given given, Flow flow, PathNames.Name name) {
    PathNames inside = new PathNames(name.pieces(), PathWords.indexed(given.element()));
    Completed completed = Completed.of(use, given, scope, flow.dims());
    switch (given.element()) {
      case Element.OperatorUse operator ->
          parts.operator(
              operator.operator(),
              OperatorTerms.of(operator.operator(), completed.arguments()),
              flow,
              inside);
      case Element.BlockUse block ->
          parts.block(block.block(), completed.arguments(), flow, inside);
      case Element other -> {
        Scope around = scope;
        scope = completed.scope();
        element(other, flow, inside);
        scope = around;
      }
    }
  }

  private void merge(Element.Merge merge, Flow flow, PathNames names) {
    flow.settle();
    List<Flow> branches = new ArrayList<>();
    Scope around = scope;
    for (Element.Branch branch : merge.branches()) {
      Element.For loop = branch.loop().orElse(null);
      for (Scope round : loop == null ? List.of(scope) : scope.rounds(loop)) {
        String hint = branch.label() == null ? "branch" : branch.label();
        Flow way = flow.branch(() -> identifiers.fresh(hint));
        scope = round;
        labelled(branch.label(), loop == null ? branch.chain() : loop.round(), way, names);
        way.settle();
        branches.add(way);
      }
      scope = around;
    }
    names.next(merge.kind().word());
    flow.join(program, merge.operator(), new OperatorTerms(merge, scope.terms()), branches);
  }

  private void conditional(Element.Conditional choice, Flow flow, PathNames names) {
    Term.Truth condition = scope.terms().truth(choice.condition());
    if (condition.constant() != null) {
      if (condition.constant()) {
        body(choice.then(), flow, names);
      } else if (choice.otherwise() != null) {
        body(choice.otherwise(), flow, names);
      }
      return;
    }
    flow.own();
    Dims before = flow.dims();
    Map<String, Whole> counts = names.counts();
    SizeVariables.Ways ways = sizeVariables.ways(choice.otherwise() != null);
    constructor.open(condition.names(), "if ($L)", condition.text());
    forward.open(condition.names(), "if ($L)", condition.text());
    children.enterCondition();
    body(choice.then(), flow, names);
    flow.own();
    Dims then = flow.dims();
    ways.between();
    Map<String, Whole> thenCounts = names.counts();
    flow.resize(before);
    names.reset(counts);
    if (choice.otherwise() != null) {
      constructor.between("else");
      forward.between("else");
      body(choice.otherwise(), flow, names);
      flow.own();
    }
    children.leaveCondition();
    Dims outside = ways.after(condition, before, then, flow.dims());
    constructor.close();
    forward.close();
    flow.resize(outside);
    names.reset(PathNames.either(condition, thenCounts, names.counts()));
  }

  private void repeat(Element.Repeat repeat, Flow flow, PathNames names) {
    Whole count = scope.terms().number(repeat.count()).whole();
    if (count.is(0)) {
      return;
    }
    if (count.is(1)) {
      element(repeat.element(), flow, names);
      return;
    }
    flow.own();
    String index = identifiers.index(children.loops());
    Map<String, Whole> before = names.counts();
    Map<String, Whole> one = new WordCount(scope).of(repeat.element());
    Dims once =
        new DimensionWalk(owner, scope, program.slotSizes()).element(repeat.element(), flow.dims());
    SizeVariables.Round sizes = sizeVariables.round(flow.dims(), once);
    sizes.declare();
    flow.resize(sizes.inside());
    names.reset(PathNames.repeated(before, one, Whole.variable(index)));
    String header = "for (int $1L = 0; $1L < $2L; $1L++)";
    constructor.open(count.names(), header, index, count.within(Whole.Precedence.SUM));
    forward.open(count.names(), header, index, count.within(Whole.Precedence.SUM));
    children.enterLoop(index, count);
    sizeVariables.addChanging(index);
    element(repeat.element(), flow, names);
    flow.own();
    children.leaveLoop();
    sizes.update(flow.dims());
    constructor.close();
    forward.close();
    flow.resize(sizes.after(flow.dims(), count));
    names.reset(PathNames.repeated(before, one, count));
  }
}
