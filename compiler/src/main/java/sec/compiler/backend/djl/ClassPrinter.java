package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Body;
import sec.compiler.model.Chain;
import sec.compiler.model.Element;
import sec.compiler.model.Local;
import sec.compiler.model.PathWords;
import sec.compiler.model.Statement;
import sec.compiler.model.Template;
import sec.compiler.operators.Operator;

/**
 * Writes the constructor and the forward pass of one class: walks a body once, adding children to
 * the one and statements to the other.
 */
final class ClassPrinter {
  static final ClassName BLOCK = ClassName.get("ai.djl.nn", "Block");
  private static final ClassName DJL_BLOCKS = ClassName.get("ai.djl.nn", "Blocks");
  private static final ClassName ARRAYS = ClassName.get("ai.djl.ndarray", "NDArrays");
  private static final ClassName LIST_OF_ARRAYS = ClassName.get("ai.djl.ndarray", "NDList");

  private final DjlProgram program;
  private final Template owner;
  private final Scope scope;
  private final Lines constructor = new Lines();
  private final Lines forward = new Lines();
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Identifiers identifiers;
  private final SizeVariables sizeVariables;
  private final Map<Local, Flow> locals = new HashMap<>();
  private final List<Loop> loops = new ArrayList<>();

  private int conditions;

  /** What a field holds. */
  enum Field {
    /** A child. */
    ONE,
    /** A child, or null where a condition leaves it out. */
    PERHAPS,
    /** The children of a repeat. */
    MANY
  }

  /** A repeat around what is being written. */
  private record Loop(String variable, Whole count) {}

  ClassPrinter(DjlProgram program, Template owner, Scope scope, Set<String> taken) {
    this.program = program;
    this.owner = owner;
    this.scope = scope;
    this.identifiers = new Identifiers(taken);
    this.sizeVariables = new SizeVariables(constructor, identifiers);
  }

  Lines constructor() {
    return constructor;
  }

  Lines forward() {
    return forward;
  }

  /** The fields that hold children, by name. */
  Map<String, Field> fields() {
    return fields;
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
        case Statement.Phase phase -> {
          if (gate == null) {
            gate = flow.branch(() -> identifiers.fresh("gate"));
          }
          chain(phase.chain(), gate, names);
        }
        case Statement.Scale ignored -> {
          names.next("scale");
          if (gate != null) {
            flow.join("mul", List.of(flow, gate));
          }
          gate = null;
        }
        case Statement.Flow step -> labelled(step.label(), step.chain(), current, names);
      }
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
      case Element.OperatorUse use -> operator(use, flow, names);
      case Element.BlockUse use -> block(use, flow, names);
      case Element.SlotUse use -> slot(use, flow, names);
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

  private void operator(Element.OperatorUse use, Flow flow, PathNames names) {
    Operator operator = use.operator();
    OperatorTerms arguments = new OperatorTerms(use, scope.terms());
    PathNames.Name name = names.next(operator.word());
    Dims in = flow.dims();
    Dims out = DimensionRules.after(operator, arguments, in);
    ChildPrinter.Child child =
        switch (operator) {
          case CONV ->
              ChildPrinter.convolution(
                  arguments, arguments.whole("out"), arguments.whole("groups"));
          case DWCONV -> ChildPrinter.convolution(arguments, in.c(), in.c());
          case FC -> ChildPrinter.linear(arguments);
          case BN -> ChildPrinter.batchNorm(arguments);
          case RELU, SIGMOID, TANH, GAP, GMP, MAXPOOL, AVGPOOL, FLATTEN, DROPOUT -> null;
        };
    if (child == null) {
      CodeBlock x = flow.argument();
      int depth = flow.depth() + 1;
      ValuePrinter.Printed printed = ValuePrinter.print(program, operator, arguments, in, x);
      flow.become(printed.code(), printed.reads(), depth, out);
    } else {
      child(operator.word(), name, child.code(), child.reads(), flow, out);
    }
  }

  private void block(Element.BlockUse use, Flow flow, PathNames names) {
    PathNames.Name name = names.next(use.block().name());
    Dims in = flow.dims();
    Scope inner = scope.inside(use.block(), use.arguments(), in);
    Signature signature = program.template(use.block(), in.map());
    Set<String> reads = new TreeSet<>();
    CodeBlock made = program.construct(signature, use.block(), inner, slotsWithin(name), reads);
    Dims out =
        new DimensionWalk(
                use.block(), scope.inside(use.block(), use.arguments(), in), program.slotSizes())
            .body(use.block().body(), in);
    if (signature.slots()) {
      reads.addAll(name.names());
      reads.add(DjlProgram.SLOTS);
    }
    child(use.block().name(), name, made, reads, flow, out);
  }

  private static CodeBlock slotsWithin(PathNames.Name name) {
    return CodeBlock.of("$L.within($L)", DjlProgram.SLOTS, name.text());
  }

  private void slot(Element.SlotUse use, Flow flow, PathNames names) {
    PathNames.Name name = names.next(use.slot().name());
    boolean empty = use.slot().fallback().elements().isEmpty();
    Dims in = empty ? flow.dims() : sizeVariables.fixed(flow.dims());
    Dims out = program.slotSizes().after(owner, use.slot(), in);
    Set<String> reads = new TreeSet<>(name.names());
    reads.add(DjlProgram.SLOTS);
    CodeBlock standard =
        empty
            ? CodeBlock.of("$T::identityBlock", DJL_BLOCKS)
            : CodeBlock.of(
                "() -> $L",
                program.content(
                    use.slot().fallback(),
                    owner.name() + Identifiers.capital(use.slot().name()),
                    "What stands in slot %s of %s by default."
                        .formatted(use.slot().name(), owner.name()),
                    new DjlProgram.Content(owner, owner.parameters(), fixedSlotsWithin(name)),
                    scope.parameters(),
                    in,
                    reads));
    CodeBlock made =
        CodeBlock.of(
            "$L.at($L, $L,$W$L)",
            DjlProgram.SLOTS,
            name.text(),
            program.slotSizeArguments(in, reads),
            standard);
    child(use.slot().name(), name, made, reads, flow, out);
  }

  private CodeBlock fixedSlotsWithin(PathNames.Name name) {
    if (sizeVariables.areFixed(name.names())) {
      return slotsWithin(name);
    }
    String variable = identifiers.fresh("inside");
    Set<String> reads = new TreeSet<>(name.names());
    reads.add(DjlProgram.SLOTS);
    constructor.assignment(
        variable, reads, "$T $L = $L", program.support("Slots"), variable, slotsWithin(name));
    return CodeBlock.of("$L", variable);
  }

  /** Adds a child to the constructor and its call to the forward pass. */
  private void child(
      String word, PathNames.Name name, CodeBlock made, Set<String> reads, Flow flow, Dims out) {
    String field = identifiers.field(word);
    fields.put(field, !loops.isEmpty() ? Field.MANY : conditions > 0 ? Field.PERHAPS : Field.ONE);
    Set<String> all = new TreeSet<>(reads);
    all.addAll(name.names());
    String add = loops.isEmpty() ? "$L = addChildBlock($L,$W$L)" : "$L.add(addChildBlock($L,$W$L))";
    constructor.statement(all, add, field, name.text(), made);
    CodeBlock x = flow.argument();
    int depth = flow.depth() + 1;
    Set<String> position = new TreeSet<>();
    CodeBlock call = CodeBlock.of("pass.apply($L, $L)", called(field, position), x);
    flow.become(call, position, depth, out);
  }

  private String called(String field, Set<String> reads) {
    if (loops.isEmpty()) {
      return field;
    }
    Whole position = Whole.ZERO;
    for (Loop loop : loops) {
      position = position.times(loop.count()).plus(Whole.variable(loop.variable()));
    }
    reads.addAll(position.names());
    return field + ".get(" + position.text() + ")";
  }

  private void merge(Element.Merge merge, Flow flow, PathNames names) {
    flow.settle();
    List<Flow> branches = new ArrayList<>();
    for (Element.Branch branch : merge.branches()) {
      String hint = branch.label() == null ? "branch" : branch.label();
      Flow way = flow.branch(() -> identifiers.fresh(hint));
      labelled(branch.label(), branch.chain(), way, names);
      way.settle();
      branches.add(way);
    }
    names.next(merge.kind().word());
    switch (merge.kind()) {
      case ADD, MUL -> flow.join(merge.kind().word(), branches);
      case CONCAT -> {
        CodeBlock all = branches.stream().map(Flow::argument).collect(CodeBlock.joining(", "));
        flow.become(
            CodeBlock.of("$T.concat(new $T($L), 1)", ARRAYS, LIST_OF_ARRAYS, all),
            Set.of(),
            1,
            DimensionWalk.merged(merge.kind(), branches.stream().map(Flow::dims).toList()));
      }
    }
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
    conditions++;
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
    conditions--;
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
    String index = identifiers.index(loops.size());
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
    loops.add(new Loop(index, count));
    sizeVariables.addChanging(index);
    element(repeat.element(), flow, names);
    flow.own();
    loops.removeLast();
    sizes.update(flow.dims());
    constructor.close();
    forward.close();
    flow.resize(sizes.after(flow.dims(), count));
    names.reset(PathNames.repeated(before, one, count));
  }
}
