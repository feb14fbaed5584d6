package sec.compiler.backend.djl;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.Axis;
import sec.compiler.operators.Operator;

/**
 * Writes the class of one instance of a net or block from its operators, with all numbers known and
 * slots filled, for what no class can say for every instance.
 */
final class InstanceClass {
  private final InstanceProgram program;
  private final Network network;
  private final Instance instance;
  private final Lines constructor = new Lines();
  private final Lines forward = new Lines();
  private final Identifiers identifiers = new Identifiers(Set.of());
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final StraightLine line;
  private final List<Step> steps;

  InstanceClass(InstanceProgram program, Network network, Instance instance) {
    this.program = program;
    this.network = network;
    this.instance = instance;
    this.steps = Step.of(network, instance);
    this.line = new StraightLine(forward, identifiers, reads());
  }

  /** How often each value is read; what leaves the class is read once more. */
  private Map<Integer, Integer> reads() {
    Map<Integer, Integer> reads = new HashMap<>();
    steps.forEach(step -> step.inputs().forEach(id -> reads.merge(id, 1, Integer::sum)));
    reads.merge(instance.result(), 1, Integer::sum);
    network.outputs().values().forEach(id -> reads.merge(id, 1, Integer::sum));
    return reads;
  }

  /** The class, under a name of the caller's choice; its text depends on nothing else. */
  TypeSpec write(ClassName type, CodeBlock doc) {
    inputs();
    for (int i = 0; i < steps.size(); i++) {
      step(steps.get(i), i + 1 < steps.size() ? steps.get(i + 1) : null);
    }
    forward.statement(Set.of(), "return $L", line.read(instance.result()));
    if (instance.kind() == Instance.Kind.NET) {
      constructor.statement(Set.of(), "$T.start(this, 0)", program.support("Weights"));
    }
    TypeSpec.Builder spec =
        TypeSpec.classBuilder(type)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(program.support("NetBlock"))
            .addJavadoc(doc);
    fields
        .values()
        .forEach(f -> spec.addField(ClassPrinter.BLOCK, f, Modifier.PRIVATE, Modifier.FINAL));
    return spec.addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addCode(constructor.code())
                .build())
        .addMethod(TemplateClass.forward(forward))
        .build();
  }

  private void inputs() {
    line.input(instance.entry(), "x");
    int index = 0;
    for (Map.Entry<String, Integer> value : instance.values().entrySet()) {
      if (line.knows(value.getValue())) {
        index++;
        continue;
      }
      String variable = identifiers.fresh(value.getKey());
      forward.statement(Set.of(), "NDArray $L = pass.value($L)", variable, index++);
      line.input(value.getValue(), variable);
    }
    output(instance.entry());
  }

  private void step(Step step, @Nullable Step next) {
    if (step.instance().operator() == Operator.SPLIT) {
      split(step);
      return;
    }
    CodeBlock code = step.instance().kind() == Instance.Kind.BLOCK ? block(step) : operator(step);
    line.write(step.result(), hint(step.instance()), code, reader(step, next));
    output(step.result());
  }

  private StraightLine.Reader reader(Step step, @Nullable Step next) {
    if (next == null) {
      return step.result() == instance.result()
          ? StraightLine.Reader.RETURN
          : StraightLine.Reader.LATER;
    }
    return next.inputs().contains(step.result())
        ? StraightLine.Reader.NEXT
        : StraightLine.Reader.LATER;
  }

  /** A name for the variable that holds what a step computes: its label's or block's, if any. */
  private String hint(Instance use) {
    if (use.kind() == Instance.Kind.BLOCK) {
      return Identifiers.uncapital(use.word());
    }
    String[] places = relative(use.path()).split("\\.", -1);
    return places.length < 2
        ? "branch"
        : Identifiers.uncapital(places[places.length - 2].replaceFirst("\\[.*", ""));
  }

  /** Several values at once, each in a variable: whoever reads them next reads only one. */
  private void split(Step step) {
    CodeBlock x = line.read(step.inputs().getFirst());
    for (int id : step.instance().nodes()) {
      Arrangement.Slice part = (Arrangement.Slice) network.nodes().get(id).primitive();
      Whole start = Whole.of(part.start());
      Whole end = Whole.of((long) part.start() + part.length());
      Axis axis = Axis.at(part.axis());
      line.keep(id, "part", ValuePrinter.part(x, axis, start, end).code());
      output(id);
    }
  }

  private void output(int id) {
    network
        .outputs()
        .forEach(
            (name, node) -> {
              if (node == id && isOwn(id)) {
                forward.statement(Set.of(), "pass.output($S, $L)", name, line.read(id));
              }
            });
  }

  /** Whether an output is this class's to hand out: the one in which it is computed. */
  private boolean isOwn(int id) {
    return id != instance.entry()
        ? steps.stream()
            .noneMatch(step -> step.result() == id && step.instance().kind() == Instance.Kind.BLOCK)
        : instance.kind() == Instance.Kind.NET;
  }

  private CodeBlock block(Step step) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$L", field(step.instance(), program.construct(step.instance()))));
    step.inputs().forEach(id -> arguments.add(line.read(id)));
    return CodeBlock.of("pass.apply($L)", CodeBlock.join(arguments, ", "));
  }

  private CodeBlock operator(Step step) {
    Instance use = step.instance();
    Operator operator = requireNonNull(use.operator());
    OperatorTerms arguments = new OperatorTerms(operator, use.arguments());
    if (operator.isMerge()) {
      List<Dims> dims =
          step.inputs().stream().map(id -> Dims.of(network.nodes().get(id).shape())).toList();
      List<CodeBlock> values = step.inputs().stream().map(line::read).toList();
      return MergePrinter.print(program.program(), operator, arguments, values, dims).code();
    }
    Dims in = Dims.of(use.input());
    CodeBlock x = line.read(step.inputs().getFirst());
    return ChildPrinter.of(program.program(), operator, arguments, in)
        .map(child -> CodeBlock.of("pass.apply($L, $L)", field(use, child.code()), x))
        .orElseGet(() -> ValuePrinter.print(program.program(), operator, arguments, in, x).code());
  }

  /** The field of a child; uses of one share are the same child. */
  private String field(Instance child, CodeBlock made) {
    String name = relative(child.path());
    String known = fields.get(name);
    if (known != null) {
      return known;
    }
    String field = identifiers.field(child.word());
    fields.put(name, field);
    constructor.statement(Set.of(), "$L = addChildBlock($L,$W$L)", field, Terms.quoted(name), made);
    return field;
  }

  private String relative(String path) {
    return instance.path().isEmpty() ? path : path.substring(instance.path().length() + 1);
  }
}
