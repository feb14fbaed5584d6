package sec.compiler.table;

import java.util.List;
import java.util.stream.IntStream;
import sec.compiler.diagnostics.Printable;

/** A table for a terminal: words to the left, numbers to the right. */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int INDENT = 2;

  private final Table table;
  private final int[] widths;
  private final boolean[] numeric;

  private TextTable(Table table) {
    this.table = table;
    this.numeric = new boolean[table.columns().size()];
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] = table.isNumeric(i);
    }
    this.widths = IntStream.range(0, table.columns().size()).map(this::width).toArray();
  }

  /** The text; lines end in a line feed. */
  public static String render(Table table) {
    return new TextTable(table.seenBy(Table.Audience.PEOPLE)).text();
  }

  private String text() {
    StringBuilder out = new StringBuilder();
    out.append(Printable.line(table.title())).append("\n\n");
    String head = line(table.columns().stream().map(Table.Column::title).toList());
    String rule = "-".repeat(IntStream.of(widths).sum() + GAP.length() * (widths.length - 1));
    out.append(head).append('\n').append(rule).append('\n');
    Table.Row before = null;
    for (Table.Row row : table.rows()) {
      if (row.kind() == Table.Kind.TOTAL && before != null && before.kind() == Table.Kind.BODY) {
        out.append(rule).append('\n');
      }
      out.append(line(IntStream.range(0, widths.length).mapToObj(i -> cell(row, i)).toList()))
          .append('\n');
      before = row;
    }
    table.notes().forEach(note -> out.append('\n').append(Printable.line(note)));
    return out.append(table.notes().isEmpty() ? "" : "\n").toString();
  }

  private static String cell(Table.Row row, int column) {
    String text = Printable.line(row.cells().get(column).shown());
    return column == 0 ? " ".repeat(INDENT * row.level()) + text : text;
  }

  private int width(int column) {
    return table.rows().stream()
        .mapToInt(row -> columns(cell(row, column)))
        .reduce(columns(table.columns().get(column).title()), Math::max);
  }

  private String line(List<String> cells) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - columns(cells.get(i)));
      out.append(i == 0 ? "" : GAP);
      out.append(numeric[i] ? blanks + cells.get(i) : cells.get(i) + blanks);
    }
    return out.toString().stripTrailing();
  }

  /** How many columns of a terminal a text takes, as far as Java can tell. */
  private static int columns(String text) {
    return text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
  }
}
