package sec.compiler.backend.djl;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sec.compiler.model.Element;
import sec.compiler.model.Parameter;
import sec.compiler.model.Slot;
import sec.compiler.model.Template;
import sec.compiler.operators.Operator;

/**
 * Writes what a class is made of: each operator, block and slot, as a child or as an expression.
 */
final class PartPrinter {
  private final DjlProgram program;
  private final Template owner;
  private final Lines constructor;
  private final Identifiers identifiers;
  private final SizeVariables sizeVariables;
  private final Children children;
  private final Map<String, Boolean> blocks = new TreeMap<>();

  PartPrinter(
      DjlProgram program,
      Template owner,
      Lines constructor,
      Identifiers identifiers,
      SizeVariables sizeVariables,
      Children children) {
    this.program = program;
    this.owner = owner;
    this.constructor = constructor;
    this.identifiers = identifiers;
    this.sizeVariables = sizeVariables;
    this.children = children;
  }

  /** Whether the input is a map, of each parameter that is a block and is used, by variable. */
  Map<String, Boolean> blocks() {
    return blocks;
  }

  void operator(Operator operator, OperatorTerms arguments, Flow flow, PathNames names) {
    PathNames.Name name = names.next(operator.word());
    Dims in = flow.dims();
    Dims out = DimensionRules.after(operator, arguments, in);
    ChildPrinter.Child child = ChildPrinter.of(program, operator, arguments, in).orElse(null);
    if (child == null) {
      CodeBlock x = flow.argument();
      int depth = flow.depth() + 1;
      ValuePrinter.Printed printed = ValuePrinter.print(program, operator, arguments, in, x);
      flow.become(printed.code(), printed.reads(), depth, out);
    } else {
      child(operator.word(), name, child.code(), child.reads(), flow, out);
    }
  }

  void block(Template block, Map<String, Term> arguments, Flow flow, PathNames names) {
    PathNames.Name name = names.next(block.name());
    Dims in = flow.dims();
    Scope inner = Scope.of(block, arguments, in);
    Signature signature = program.template(block, in.map(), inner.parameters());
    Set<String> reads = new TreeSet<>();
    CodeBlock made = program.construct(signature, block, inner, slotsWithin(name), reads);
    inner.parameters().forEach((parameter, value) -> handedOn(signature, parameter, value));
    Dims out =
        new DimensionWalk(block, Scope.of(block, arguments, in), program.slotSizes())
            .body(block.body(), in);
    if (signature.slots()) {
      reads.addAll(name.names());
      reads.add(DjlProgram.SLOTS);
    }
    child(block.name(), name, made, reads, flow, out);
  }

  private void handedOn(Signature signature, String parameter, Term value) {
    Boolean map = signature.blocks().get(Identifiers.parameter(parameter));
    if (map != null && value instanceof Term.Maker maker) {
      isMap(maker, map);
    }
  }

  void made(Element.ParameterUse use, Term.Maker maker, Flow flow, PathNames.Name name) {
    Dims in = flow.dims();
    Dims out = program.slotSizes().after(owner, Unwritten.plain(use), in);
    isMap(maker, in.map());
    children.makes(maker.text());
    Set<String> reads = new TreeSet<>(maker.names());
    CodeBlock made =
        CodeBlock.of("$L.make($L)", maker.text(), program.slotSizeArguments(in, reads));
    child(use.name(), name, made, reads, flow, out);
  }

  /** A block that is a parameter is used on a map, or on a vector. */
  private void isMap(Term.Maker block, boolean map) {
    if (blocks.getOrDefault(block.text(), map) != map) {
      throw new NotOneClassException(block.text() + " is used on maps and on vectors");
    }
    blocks.put(block.text(), map);
  }

  private static CodeBlock slotsWithin(PathNames.Name name) {
    return CodeBlock.of("$L.within($L)", DjlProgram.SLOTS, name.text());
  }

  void slot(Element.SlotUse use, Scope scope, Flow flow, PathNames names) {
    PathNames.Name name = names.next(use.slot().name());
    boolean empty =
        use.slot().fallback().elements().stream().allMatch(e -> e instanceof Element.Identity);
    Dims in = empty ? flow.dims() : sizeVariables.fixed(flow.dims());
    // Of the sizes before they were fixed: the fixed ones may not be seen after a condition.
    Dims out = program.slotSizes().after(owner, use.slot().name(), flow.dims());
    Set<String> reads = new TreeSet<>(name.names());
    reads.add(DjlProgram.SLOTS);
    CodeBlock standard =
        empty
            ? CodeBlock.of("$T::identityBlock", ClassPrinter.DJL_BLOCKS)
            : CodeBlock.of("() -> $L", standard(use, scope, name, in, reads));
    CodeBlock made =
        CodeBlock.of(
            "$L.at($L, $L,$W$L)",
            DjlProgram.SLOTS,
            name.text(),
            program.slotSizeArguments(in, reads),
            standard);
    child(use.slot().name(), name, made, reads, flow, out);
  }

  /** What stands in a slot by default. */
  private CodeBlock standard(
      Element.SlotUse use, Scope scope, PathNames.Name name, Dims in, Set<String> reads) {
    Slot slot = use.slot();
    Map<String, Term> told =
        Scope.of(slot.parameters(), scope.terms(use.arguments()), in).parameters();
    if (!told.values().stream().allMatch(value -> sizeVariables.areFixed(value.names()))) {
      throw new NotOneClassException(slot.name() + " is told a size that changes in a repeat");
    }
    Map<String, Term> values = new HashMap<>(scope.parameters());
    values.putAll(told);
    List<Parameter> visible = new ArrayList<>(slot.parameters());
    owner.parameters().stream().filter(p -> !told.containsKey(p.name())).forEach(visible::add);
    return program.content(
        slot.fallback(),
        owner.name() + Identifiers.capital(slot.name()),
        "What stands in slot %s of %s by default.".formatted(slot.name(), owner.name()),
        new DjlProgram.Content(owner, visible, fixedSlotsWithin(name), false),
        values,
        in,
        reads);
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
    Set<String> position = new TreeSet<>();
    String child = children.add(word, name, made, reads, position);
    CodeBlock x = flow.argument();
    int depth = flow.depth() + 1;
    flow.become(CodeBlock.of("pass.apply($L, $L)", child, x), position, depth, out);
  }
}
