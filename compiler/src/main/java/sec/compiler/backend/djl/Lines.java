package sec.compiler.backend.djl;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Java statements under construction; variables that nothing reads are left out at the end. */
final class Lines {
  /** Calls inside one another beyond which a person stops reading. */
  private static final int DEEPEST = 2;

  /** Characters of an expression beyond which it gets a line of its own. */
  private static final int LONGEST = 60;

  private final List<Line> lines = new ArrayList<>();

  /**
   * A line.
   *
   * @param code what it says
   * @param kind statement, or the start, middle or end of a block
   * @param sets the variable it only sets; empty for any other line
   * @param reads the variables it reads
   */
  private record Line(CodeBlock code, Kind kind, String sets, Set<String> reads) {}

  private enum Kind {
    STATEMENT,
    OPEN,
    BETWEEN,
    CLOSE
  }

  void statement(Set<String> reads, String format, Object... args) {
    lines.add(new Line(CodeBlock.of(format, args), Kind.STATEMENT, "", reads));
  }

  /** A statement that sets {@code variable} and does nothing else. */
  void assignment(String variable, Set<String> reads, String format, Object... args) {
    lines.add(new Line(CodeBlock.of(format, args), Kind.STATEMENT, variable, reads));
  }

  void open(Set<String> reads, String format, Object... args) {
    lines.add(new Line(CodeBlock.of(format, args), Kind.OPEN, "", reads));
  }

  void between(String format, Object... args) {
    lines.add(new Line(CodeBlock.of(format, args), Kind.BETWEEN, "", Set.of()));
  }

  void close() {
    lines.add(new Line(CodeBlock.of(""), Kind.CLOSE, "", Set.of()));
  }

  /** An assignment as {@link #assignment}, before what was added since {@code mark}. */
  void assignmentAt(int mark, String variable, Set<String> reads, String format, Object... args) {
    lines.add(mark, new Line(CodeBlock.of(format, args), Kind.STATEMENT, variable, reads));
  }

  int mark() {
    return lines.size();
  }

  /** Whether nothing was added since {@code mark}. */
  boolean isEmptySince(int mark) {
    return lines.size() == mark;
  }

  boolean isEmpty() {
    tidy();
    return lines.isEmpty();
  }

  /** Takes back all that was added since {@code mark}. */
  void cut(int mark) {
    lines.subList(mark, lines.size()).clear();
  }

  /** All of {@code code}: its own toString holds back what follows the last place to wrap at. */
  static String text(CodeBlock code) {
    return CodeBlock.of("$L\n", code).toString().strip();
  }

  /** Whether an expression of calls so deep may stand inside another one. */
  static boolean isBrief(CodeBlock code, int depth) {
    // Imports leave only the last part of class names.
    int length = text(code).replaceAll("[\\w.]*\\.(?=[A-Z])", "").length();
    return depth < DEEPEST && length <= LONGEST;
  }

  /** Leaves out assignments to variables that are never read, and what is empty then. */
  private void tidy() {
    boolean changed = true;
    while (changed) {
      Set<String> read = new HashSet<>();
      for (Line line : lines) {
        line.reads().stream().filter(name -> !name.equals(line.sets())).forEach(read::add);
      }
      changed = lines.removeIf(line -> !line.sets().isEmpty() && !read.contains(line.sets()));
      for (int i = 0; i + 1 < lines.size(); i++) {
        boolean empty = lines.get(i).kind() == Kind.OPEN && lines.get(i + 1).kind() == Kind.CLOSE;
        boolean emptyElse =
            lines.get(i).kind() == Kind.BETWEEN && lines.get(i + 1).kind() == Kind.CLOSE;
        if (empty) {
          lines.remove(i + 1);
          lines.remove(i);
          changed = true;
        } else if (emptyElse) {
          lines.remove(i);
          changed = true;
        }
      }
    }
  }

  /** All variables that the lines read. */
  Set<String> reads() {
    tidy();
    Set<String> reads = new HashSet<>();
    lines.forEach(line -> reads.addAll(line.reads()));
    return reads;
  }

  /** Writes {@code else { if (..) { } }} as {@code else if (..) { }}. */
  private void chain() {
    for (int i = 0; i + 1 < lines.size(); i++) {
      Line inner = lines.get(i + 1);
      boolean candidate =
          lines.get(i).code().toString().equals("else")
              && inner.kind() == Kind.OPEN
              && inner.code().toString().startsWith("if ");
      int end = candidate ? closing(i + 1) : -1;
      if (candidate && lines.get(end + 1).kind() == Kind.CLOSE) {
        CodeBlock joined = CodeBlock.of("else $L", inner.code());
        lines.remove(end);
        lines.remove(i + 1);
        lines.set(i, new Line(joined, Kind.BETWEEN, "", inner.reads()));
      }
    }
  }

  /** Where the block that opens at {@code open} closes. */
  private int closing(int open) {
    int depth = 0;
    for (int i = open; ; i++) {
      switch (lines.get(i).kind()) {
        case OPEN -> depth++;
        case CLOSE -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return i;
      }
    }
  }

  CodeBlock code() {
    tidy();
    chain();
    CodeBlock.Builder code = CodeBlock.builder();
    for (Line line : lines) {
      switch (line.kind()) {
        case STATEMENT -> code.addStatement("$L", line.code());
        case OPEN -> code.beginControlFlow("$L", line.code());
        case BETWEEN -> code.nextControlFlow("$L", line.code());
        case CLOSE -> code.endControlFlow();
      }
    }
    return code.build();
  }
}
