package sec.compiler.syntax.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Prints documents: decides for each group whether it fits. A pending end of line is written only
 * once something follows it, so no line has spaces at its end, and two that meet are one.
 */
final class Printer {
  /** Characters of a line. */
  static final int WIDTH = 120;

  private final StringBuilder out = new StringBuilder();
  private final Deque<Task> tasks = new ArrayDeque<>();
  private int column;

  /** Spaces not yet written. */
  private int gap;

  /** Ends of lines not yet written: two make an empty line. */
  private int pending;

  private int pendingColumn;

  private Printer() {}

  private record Task(int indent, boolean flat, Document document) {}

  /** The text of {@code document}, ending in a line end unless it is empty. */
  static String print(Document document) {
    Printer printer = new Printer();
    printer.tasks.push(new Task(0, false, document));
    while (!printer.tasks.isEmpty()) {
      printer.step(printer.tasks.pop());
    }
    return printer.out.isEmpty() ? "" : printer.out.append('\n').toString();
  }

  private void step(Task task) {
    switch (task.document()) {
      case Document.Text text -> write(text.text());
      case Document.Line line -> line(task, line);
      case Document.Hard hard -> end(task.indent(), hard.blank() ? 2 : 1);
      case Document.Comment comment -> comment(task, comment);
      case Document.Sequence sequence -> push(task.indent(), task.flat(), sequence.parts());
      case Document.Nest nest ->
          tasks.push(new Task(task.indent() + nest.columns(), task.flat(), nest.content()));
      case Document.Align align -> tasks.push(new Task(here(), task.flat(), align.content()));
      case Document.Either either -> write(task.flat() ? either.flat() : either.broken());
      case Document.Group group -> {
        Task flat = new Task(task.indent(), true, group.content());
        boolean fits = task.flat() || (!group.isBroken() && fits(List.of(flat), true));
        tasks.push(fits ? flat : new Task(task.indent(), false, group.content()));
      }
      case Document.Fill fill -> {
        if (task.flat()) {
          push(task.indent(), true, List.of(Document.join(Breaks.LINE, fill.parts())));
        } else {
          fill(task.indent(), task.indent() + fill.hang(), fill.parts());
        }
      }
    }
  }

  private void push(int indent, boolean flat, List<Document> parts) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      tasks.push(new Task(indent, flat, parts.get(i)));
    }
  }

  private void line(Task task, Document.Line line) {
    if (!task.flat()) {
      end(task.indent(), 1);
    } else if (pending == 0) {
      write(line.flat());
    }
  }

  private void comment(Task task, Document.Comment comment) {
    if (comment.own() || pending > 0) {
      end(task.indent(), comment.blank() ? 2 : 1);
    } else {
      gap = 1;
    }
    write(comment.text());
    end(task.indent(), 1);
  }

  private void end(int indent, int lines) {
    gap = 0;
    pending = Math.max(pending, lines);
    pendingColumn = indent;
  }

  private void write(String text) {
    if (text.isBlank()) {
      // Spaces are written before what they set apart, never at the start or end of a line.
      gap = pending > 0 ? 0 : gap + text.length();
      return;
    }
    if (pending > 0) {
      out.repeat("\n", out.isEmpty() ? 0 : pending).repeat(" ", pendingColumn);
      column = pendingColumn;
      pending = 0;
    }
    out.repeat(" ", gap).append(text);
    column += gap + text.codePointCount(0, text.length());
    gap = 0;
  }

  /** The first part now, and the rest once it is known where that ends. */
  private void fill(int indent, int further, List<Document> parts) {
    Document first = parts.getFirst();
    boolean last = parts.size() == 1;
    boolean firstFits = isFlat(List.of(first), last);
    if (!last) {
      List<Document> rest = parts.subList(1, parts.size());
      List<Document> both = List.of(first, Breaks.LINE, rest.getFirst());
      boolean bothFit = firstFits && isFlat(both, rest.size() == 1);
      tasks.push(new Task(further, false, new Document.Fill(rest, 0, true)));
      tasks.push(new Task(further, bothFit, Breaks.LINE));
    }
    tasks.push(new Task(indent, firstFits, first));
  }

  /** The column where the next character will stand. */
  private int here() {
    return pending > 0 ? pendingColumn : column + gap;
  }

  private boolean isFlat(List<Document> parts, boolean withRest) {
    if (Document.areBroken(parts)) {
      return false;
    }
    List<Task> flat = new ArrayList<>();
    for (Document part : parts) {
      flat.add(new Task(0, true, part));
    }
    return fits(flat, withRest);
  }

  /**
   * Whether {@code wanted} fits on this line, with what follows it there if {@code withRest}: up to
   * the next place where a line may end.
   */
  private boolean fits(List<Task> wanted, boolean withRest) {
    int left = WIDTH - here();
    Deque<Task> todo = new ArrayDeque<>(wanted);
    Iterator<Task> rest = tasks.iterator();
    while (left >= 0) {
      if (todo.isEmpty()) {
        if (!withRest || !rest.hasNext()) {
          return true;
        }
        todo.push(rest.next());
      }
      Task task = todo.pop();
      switch (task.document()) {
        case Document.Text text -> left -= text.text().codePointCount(0, text.text().length());
        case Document.Either either ->
            left -= (task.flat() ? either.flat() : either.broken()).length();
        case Document.Line line -> {
          if (!task.flat()) {
            return true;
          }
          left -= line.flat().length();
        }
        case Document.Hard ignored -> {
          return true;
        }
        case Document.Comment ignored -> {
          return true;
        }
        case Document.Align align -> todo.push(new Task(0, task.flat(), align.content()));
        case Document.Nest nest -> todo.push(new Task(0, task.flat(), nest.content()));
        case Document.Group group -> todo.push(new Task(0, task.flat(), group.content()));
        case Document.Sequence sequence -> ahead(todo, task.flat(), sequence.parts());
        case Document.Fill fill -> {
          if (task.flat()) {
            ahead(todo, true, List.of(Document.join(Breaks.LINE, fill.parts())));
          } else {
            if (fill.parts().size() > 1) {
              todo.push(new Task(0, false, Breaks.LINE));
            }
            todo.push(new Task(0, true, fill.parts().getFirst()));
          }
        }
      }
    }
    return false;
  }

  private static void ahead(Deque<Task> todo, boolean flat, List<Document> parts) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      todo.push(new Task(0, flat, parts.get(i)));
    }
  }
}
