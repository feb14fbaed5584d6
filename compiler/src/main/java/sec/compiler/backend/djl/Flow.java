package sec.compiler.backend.djl;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Operator;

/**
 * One value on its way through a forward pass: a variable, and an expression that is not yet
 * assigned to it.
 */
final class Flow {
  private final Supplier<String> name;
  private @Nullable String variable;
  private final Lines lines;
  private CodeBlock pending;
  private int depth;
  private Dims dims;
  private final Set<String> reads = new TreeSet<>();

  private Flow(Supplier<String> name, CodeBlock pending, Dims dims, Lines lines) {
    this.name = name;
    this.pending = pending;
    this.dims = dims;
    this.lines = lines;
  }

  /** The parameter of the forward pass. */
  static Flow input(Dims dims, Lines lines) {
    Flow flow = new Flow(() -> "x", CodeBlock.of("x"), dims, lines);
    flow.variable = "x";
    return flow;
  }

  /** A value that starts from this one; {@code name} is asked only if it needs a variable. */
  Flow branch(Supplier<String> name) {
    settle();
    return new Flow(name, pending, dims, lines);
  }

  /** Goes on from {@code expression}. */
  void become(CodeBlock expression, Set<String> read, int depth, Dims dims) {
    this.pending = expression;
    this.reads.addAll(read);
    this.depth = depth;
    this.dims = dims;
  }

  /** The expression to put into a call. */
  CodeBlock argument() {
    if (!Lines.isBrief(pending, depth)) {
      settle();
    }
    return pending;
  }

  /** The expression, to return it. */
  CodeBlock value() {
    return pending;
  }

  int depth() {
    return depth;
  }

  Dims dims() {
    return dims;
  }

  void resize(Dims dims) {
    this.dims = dims;
  }

  /** Assigns the expression, unless it is a variable already. */
  void settle() {
    if (depth > 0) {
      assign();
    }
  }

  /** Assigns the expression to this flow's own variable, so that it may be assigned again. */
  void own() {
    if (!pending.toString().equals(variable)) {
      assign();
    }
  }

  private void assign() {
    String format = variable == null ? "NDArray $L = $L" : "$L = $L";
    String target = variable == null ? name.get() : variable;
    lines.statement(Set.copyOf(reads), format, target, pending);
    variable = target;
    pending = CodeBlock.of("$L", target);
    depth = 0;
    reads.clear();
  }

  /** What the lines since {@code settle} read; for a return statement. */
  Set<String> reads() {
    return reads;
  }

  /** Goes on from several values joined; one of them may be this one. */
  void join(DjlProgram program, Operator operator, OperatorTerms arguments, List<Flow> branches) {
    List<Dims> sizes = branches.stream().map(Flow::dims).toList();
    branches.getFirst().settle();
    List<CodeBlock> values = branches.stream().map(Flow::argument).toList();
    Set<String> reads = new TreeSet<>();
    branches.forEach(branch -> reads.addAll(branch.reads()));
    ValuePrinter.Printed joined = MergePrinter.print(program, operator, arguments, values, sizes);
    reads.addAll(joined.reads());
    boolean same = branches.size() == 1 && joined.code().equals(values.getFirst());
    become(joined.code(), reads, same ? 0 : 1, DimensionRules.merged(operator, arguments, sizes));
  }
}
