package sec.compiler.expand;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Words;

/** A body under construction: the lines so far, the chain that is not yet a line, and its value. */
final class Draft {
  private final List<Line> lines = new ArrayList<>();
  private List<Line.Part> chain = new ArrayList<>();
  private int current;

  /** Begins with the value that enters. */
  Draft(int current) {
    this.current = current;
  }

  /** The value that the next operation reads. */
  int current() {
    return current;
  }

  void setCurrent(int id) {
    current = id;
  }

  List<Line> lines() {
    flush();
    return lines;
  }

  /** A line that is one operation. */
  static Line alone(String operation) {
    return new Line.Chain("", List.of(new Line.Part(operation, null)));
  }

  /** Goes on from a bound value. */
  void start(String name, int id) {
    flush();
    chain.add(new Line.Part(name, null));
    current = id;
  }

  void operation(String text, @Nullable String note) {
    chain.add(new Line.Part(text, note));
  }

  /** A step of the path; {@code indexed}: it has an index though it stands alone. */
  void step(String word, List<Line> inside, boolean indexed) {
    List<Line> content = inside.isEmpty() ? List.of(alone(Words.IDENTITY)) : inside;
    Line.Labelled step = new Line.Labelled(word, content);
    if (indexed || isHead(chain)) {
      chain.add(new Line.Part(Line.body(List.of(step)) + (indexed ? " * 1" : ""), null));
    } else {
      flush();
      lines.add(step);
    }
  }

  /** Whether only a bound value stands there so far: what follows belongs to the same statement. */
  private static boolean isHead(List<Line.Part> chain) {
    return chain.size() == 1 && chain.getFirst().note() == null;
  }

  /** A statement about the present value: {@code let v1 = identity}. */
  void add(String head) {
    flush();
    lines.add(new Line.Chain(head, List.of(new Line.Part(Words.IDENTITY, null))));
  }

  /** A statement after which the present value stays: {@code let v1 = conv(8)}. */
  void bound(String head, List<Line.Part> bound) {
    flush();
    lines.add(new Line.Chain(head, bound));
  }

  /** The phases of channel attention, of which {@code gate} is what scale multiplies by. */
  void phases(List<Line.Part> gate, String note) {
    List<Line.Part> rest = gate.subList(Math.min(1, gate.size()), gate.size());
    List<Line> phases =
        List.of(
            new Line.Chain("squeeze ", orIdentity(gate.subList(0, Math.min(1, gate.size())))),
            new Line.Chain("excite ", orIdentity(rest)),
            new Line.Plain("scale", note));
    flush();
    lines.addAll(phases);
  }

  private static List<Line.Part> orIdentity(List<Line.Part> chain) {
    return chain.isEmpty() ? List.of(new Line.Part(Words.IDENTITY, null)) : chain;
  }

  private void flush() {
    if (!chain.isEmpty()) {
      lines.add(new Line.Chain("", chain));
      chain = new ArrayList<>();
    }
  }
}
