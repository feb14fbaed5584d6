package sec.compiler.backend.djl;

import com.palantir.javapoet.CodeBlock;
import java.util.Set;
import java.util.TreeSet;

/**
 * One value on its way through a forward pass: a variable, and an expression that is not yet
 * assigned to it.
 */
final class Flow {
  /** Calls inside one another beyond which a person stops reading. */
  private static final int DEEPEST = 2;

  /** Characters of an expression beyond which it gets a line of its own. */
  private static final int LONGEST = 60;

  private final String variable;
  private final Lines lines;
  private boolean declared;
  private CodeBlock pending;
  private int depth;
  private Dims dims;
  private final Set<String> reads = new TreeSet<>();

  private Flow(String variable, boolean declared, CodeBlock pending, Dims dims, Lines lines) {
    this.variable = variable;
    this.declared = declared;
    this.pending = pending;
    this.dims = dims;
    this.lines = lines;
  }

  /** The parameter of the forward pass. */
  static Flow input(Dims dims, Lines lines) {
    return new Flow("x", true, CodeBlock.of("x"), dims, lines);
  }

  /** A new variable that starts from the value of this flow. */
  Flow branch(String variable) {
    settle();
    return new Flow(variable, false, pending, dims, lines);
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
    if (depth >= DEEPEST || pending.toString().replaceAll("[\\w.]*\\.(?=[A-Z])", "").length() > LONGEST) {
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
    lines.statement(
        Set.copyOf(reads), declared ? "$L = $L" : "NDArray $L = $L", variable, pending);
    declared = true;
    pending = CodeBlock.of("$L", variable);
    depth = 0;
    reads.clear();
  }

  /** What the lines since {@code settle} read; for a return statement. */
  Set<String> reads() {
    return reads;
  }
}
