package sec.compiler.syntax.format;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be printed, before it is known where its lines end (Wadler, "A prettier printer"). A
 * {@link Group} stands on one line when it fits there; when it does not, each of its own lines
 * ends.
 */
sealed interface Document {
  /** Whether it cannot stand on one line. */
  default boolean isBroken() {
    return false;
  }

  /** Whether nothing can follow it on its line, though it may stand on one itself. */
  default boolean endsInComment() {
    return false;
  }

  /** Whether it prints nothing at all. */
  default boolean isEmpty() {
    return false;
  }

  /** Characters. */
  record Text(String text) implements Document {
    @Override
    public boolean isEmpty() {
      return text.isEmpty();
    }
  }

  /** The end of a line in a broken group, {@code flat} in one that fits. */
  record Line(String flat) implements Document {}

  /** The end of a line in any case; {@code blank}: with an empty line after it. */
  record Hard(boolean blank) implements Document {
    @Override
    public boolean isBroken() {
      return true;
    }
  }

  /**
   * A comment, which takes the rest of its line.
   *
   * @param text from its slashes on
   * @param own whether it stands on a line of its own
   * @param blank whether an empty line stands before it
   */
  record Comment(String text, boolean own, boolean blank) implements Document {
    @Override
    public boolean isBroken() {
      return own;
    }

    @Override
    public boolean endsInComment() {
      return true;
    }
  }

  /** One after the other. */
  record Sequence(List<Document> parts, boolean isBroken, boolean endsInComment)
      implements Document {
    @Override
    public boolean isEmpty() {
      return parts.isEmpty();
    }
  }

  /** On one line if it fits. */
  record Group(Document content, boolean isBroken) implements Document {
    @Override
    public boolean endsInComment() {
      return content.endsInComment();
    }
  }

  /** A document as it is, with its lines elsewhere. */
  sealed interface Placed extends Document {
    /** The document. */
    Document content();

    @Override
    default boolean isBroken() {
      return content().isBroken();
    }

    @Override
    default boolean endsInComment() {
      return content().endsInComment();
    }

    @Override
    default boolean isEmpty() {
      return content().isEmpty();
    }
  }

  /** Lines of {@code content} begin further to the right. */
  record Nest(int columns, Document content) implements Placed {}

  /** Lines of {@code content} begin under its first character. */
  record Align(Document content) implements Placed {}

  /** As many side by side as fit on each line; further lines begin {@code hang} to the right. */
  record Fill(List<Document> parts, int hang, boolean isBroken) implements Document {
    @Override
    public boolean endsInComment() {
      return parts.getLast().endsInComment();
    }
  }

  /** One thing in a broken group, another in one that fits. */
  record Either(String broken, String flat) implements Document {}

  /** Characters. */
  static Document text(String text) {
    return new Text(text);
  }

  /** One after the other. */
  static Document row(Document... parts) {
    return row(List.of(parts));
  }

  /** One after the other. */
  static Document row(List<Document> parts) {
    List<Document> all = parts.stream().filter(part -> !part.isEmpty()).toList();
    return new Sequence(all, areBroken(all), !all.isEmpty() && all.getLast().endsInComment());
  }

  /** On one line if it fits. */
  static Document group(Document... parts) {
    Document content = row(parts);
    return new Group(content, content.isBroken());
  }

  /** On lines of their own, even if they would fit on one. */
  static Document broken(Document... parts) {
    return new Group(row(parts), true);
  }

  /** Two columns to the right. */
  static Document nest(Document... parts) {
    return new Nest(2, row(parts));
  }

  /** As many side by side as fit on each line. */
  static Document fill(List<Document> parts) {
    return fill(0, parts);
  }

  /** As many side by side as fit on each line; further lines begin {@code hang} to the right. */
  static Document fill(int hang, List<Document> parts) {
    return parts.size() == 1
        ? parts.getFirst()
        : new Fill(List.copyOf(parts), hang, areBroken(parts));
  }

  /** Whether they cannot stand side by side. */
  static boolean areBroken(List<Document> parts) {
    for (int i = 0; i < parts.size(); i++) {
      boolean followed = i < parts.size() - 1;
      if (parts.get(i).isBroken() || (followed && parts.get(i).endsInComment())) {
        return true;
      }
    }
    return false;
  }

  /** With {@code between} them. */
  static Document join(Document between, List<Document> parts) {
    List<Document> all = new ArrayList<>();
    for (Document part : parts) {
      if (!all.isEmpty()) {
        all.add(between);
      }
      all.add(part);
    }
    return row(all);
  }
}
