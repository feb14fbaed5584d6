package sec.compiler.backend.djl;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.CodeBlock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A forward pass without branches or loops: writes each value of a graph as a person would, inside
 * the call that reads it where that is the next one, into the variable of a value that nothing
 * reads any more, or into a variable of its own.
 */
final class StraightLine {
  private final Lines lines;
  private final Identifiers identifiers;
  private final Map<Integer, Integer> reads;
  private final Map<Integer, Value> values = new HashMap<>();
  private final SortedSet<String> free = new TreeSet<>();
  private int deepest;

  /** What reads a value. */
  enum Reader {
    /** The step after it. */
    NEXT,
    /** The return statement, which is next. */
    RETURN,
    /** Something later, or several. */
    LATER
  }

  /** Java for a value: a variable, or an expression that the next step will hold. */
  private record Value(CodeBlock code, @Nullable String variable, int depth) {}

  /**
   * Begins a pass.
   *
   * @param lines receives its statements
   * @param identifiers of its class
   * @param reads how often each value is read
   */
  StraightLine(Lines lines, Identifiers identifiers, Map<Integer, Integer> reads) {
    this.lines = lines;
    this.identifiers = identifiers;
    this.reads = new HashMap<>(reads);
  }

  /** Says which variable holds a value that comes in. */
  void input(int id, String variable) {
    values.put(id, new Value(CodeBlock.of("$L", variable), variable, 0));
  }

  boolean knows(int id) {
    return values.containsKey(id);
  }

  /** Java for a value that the step under way reads. */
  CodeBlock read(int id) {
    Value value = requireNonNull(values.get(id), () -> "value " + id + " comes from nowhere");
    int left = reads.merge(id, -1, Integer::sum);
    if (value.variable() != null) {
      if (left == 0) {
        free.add(value.variable());
      }
    }
    deepest = Math.max(deepest, value.depth());
    return value.code();
  }

  /**
   * Ends a step.
   *
   * @param id of its result
   * @param hint what a variable for it is called, if it needs one
   * @param code Java for it
   * @param reader what reads it
   */
  void write(int id, String hint, CodeBlock code, Reader reader) {
    int depth = deepest + 1;
    boolean once = reads.getOrDefault(id, 0) == 1;
    boolean brief = reader == Reader.RETURN || Lines.isBrief(code, depth);
    if (reader != Reader.LATER && once && brief) {
      values.put(id, new Value(code, null, depth));
      deepest = depth;
      return;
    }
    String variable = variable(hint, code);
    values.put(id, new Value(CodeBlock.of("$L", variable), variable, 0));
    free.clear();
    deepest = 0;
  }

  /** Puts a value into a variable of its own, whatever else is free: the step goes on reading. */
  void keep(int id, String hint, CodeBlock code) {
    String variable = identifiers.fresh(hint);
    lines.statement(Set.of(), "NDArray $L = $L", variable, code);
    values.put(id, new Value(CodeBlock.of("$L", variable), variable, 0));
    deepest = 0;
  }

  private String variable(String hint, CodeBlock code) {
    if (free.contains(code.toString())) {
      return code.toString();
    }
    if (!free.isEmpty()) {
      String variable = free.contains("x") ? "x" : free.first();
      lines.statement(Set.of(), "$L = $L", variable, code);
      return variable;
    }
    String variable = identifiers.fresh(hint);
    lines.statement(Set.of(), "NDArray $L = $L", variable, code);
    return variable;
  }
}
