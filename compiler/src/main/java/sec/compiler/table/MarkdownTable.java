package sec.compiler.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sec.compiler.diagnostics.Printable;

/** A table in Markdown, as GitHub and Pandoc know it. */
public final class MarkdownTable {
  /** What means something inside a cell. A backslash before it takes that away. */
  private static final String SPECIAL = "\\`*_{}[]<>|~#&$!";

  private MarkdownTable() {}

  /** The text; lines end in a line feed. */
  public static String render(Table all) {
    Table table = all.seenBy(Table.Audience.PEOPLE);
    StringBuilder out = new StringBuilder();
    out.append(escaped(table.title())).append("\n\n");
    out.append(line(table.columns().stream().map(c -> escaped(c.title())).toList()));
    out.append(
        line(
            IntStream.range(0, table.columns().size())
                .mapToObj(i -> table.isNumeric(i) ? "---:" : "---")
                .toList()));
    for (Table.Row row : table.rows()) {
      List<String> cells = row.cells().stream().map(cell -> escaped(cell.shown())).toList();
      out.append(
          line(
              IntStream.range(0, cells.size())
                  .mapToObj(
                      i -> i == 0 ? "&emsp;".repeat(row.level()) + cells.get(i) : cells.get(i))
                  .map(text -> emphasised(text, row))
                  .toList()));
    }
    table.notes().forEach(note -> out.append('\n').append(escaped(note)).append("  "));
    return out.append(table.notes().isEmpty() ? "" : "\n").toString();
  }

  private static String emphasised(String text, Table.Row row) {
    return row.kind() == Table.Kind.TOTAL && !text.isBlank() ? "**" + text + "**" : text;
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  static String escaped(String text) {
    return Printable.line(text)
        .replace('\t', ' ')
        .codePoints()
        .mapToObj(c -> (SPECIAL.indexOf(c) >= 0 ? "\\" : "") + Character.toString(c))
        .collect(Collectors.joining());
  }
}
