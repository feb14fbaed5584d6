package sec.compiler.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement under construction. */
sealed interface Line {

  /** As text; {@code end} is what separates it from the next. */
  String text(String end);

  /**
   * One operation of a chain.
   *
   * @param text as it is written
   * @param note what the comment beside it says; null for none
   */
  record Part(String text, @Nullable String note) {}

  /**
   * What stands before a chain, and the chain: {@code squeeze gap}, {@code let v1 = conv(8)}.
   *
   * @param head with a space at its end; empty for a chain alone
   * @param chain its operations
   */
  record Chain(String head, List<Part> chain) implements Line {
    @Override
    public String text(String end) {
      return head + of(chain, end);
    }
  }

  /**
   * A step of a path: {@code stem: ...}.
   *
   * @param word the step
   * @param inside what it is
   */
  record Labelled(String word, List<Line> inside) implements Line {
    @Override
    public String text(String end) {
      return word + ": " + of(chain(inside), end);
    }
  }

  /**
   * Words without operations: {@code scale}.
   *
   * @param words as they are written
   * @param note what the comment beside it says
   */
  record Plain(String words, String note) implements Line {
    @Override
    public String text(String end) {
      return of(List.of(new Part(words, note)), end);
    }
  }

  /** Operations side by side, comments after each, {@code end} after the last. */
  static String of(List<Part> chain, String end) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < chain.size(); i++) {
      Part part = chain.get(i);
      out.append(part.text()).append(i == chain.size() - 1 ? end : "");
      out.append(part.note() == null ? " " : " // " + part.note() + "\n");
    }
    return out.toString();
  }

  /** {@code < ...; ... >}. */
  static String body(List<Line> lines) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      texts.add(lines.get(i).text(i == lines.size() - 1 ? "" : ";"));
    }
    return texts.stream().collect(Collectors.joining(" ", "< ", " >"));
  }

  /** The same as one chain. */
  static List<Part> chain(List<Line> lines) {
    if (lines.size() == 1 && lines.getFirst() instanceof Chain one && one.head().isEmpty()) {
      return one.chain();
    }
    return List.of(new Part(body(lines), null));
  }

  /** The same as a branch of a merge, which may have a label. */
  static String branch(List<Line> lines) {
    return lines.size() == 1 && lines.getFirst() instanceof Labelled labelled
        ? labelled.text("")
        : of(chain(lines), "");
  }
}
