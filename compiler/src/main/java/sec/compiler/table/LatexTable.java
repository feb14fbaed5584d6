package sec.compiler.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sec.compiler.diagnostics.Printable;

/** A table in LaTeX, with the rules of the package booktabs. */
public final class LatexTable {
  private LatexTable() {}

  /** The text; lines end in a line feed. */
  public static String render(Table all) {
    Table table = all.seenBy(Table.Audience.PEOPLE);
    String columns =
        IntStream.range(0, table.columns().size())
            .mapToObj(i -> table.isNumeric(i) ? "r" : "l")
            .collect(Collectors.joining());
    StringBuilder out = new StringBuilder();
    out.append("% \\usepackage{booktabs}\n");
    out.append("% ").append(Printable.line(table.title())).append('\n');
    out.append("\\begin{tabular}{").append(columns).append("}\n\\toprule\n");
    out.append(line(table.columns().stream().map(c -> escaped(c.title())).toList()));
    out.append("\\midrule\n");
    Table.Row before = null;
    for (Table.Row row : table.rows()) {
      if (row.kind() == Table.Kind.TOTAL && before != null && before.kind() == Table.Kind.BODY) {
        out.append("\\midrule\n");
      }
      List<String> cells = row.cells().stream().map(cell -> escaped(cell.shown())).toList();
      out.append("\\quad ".repeat(row.level())).append(line(cells));
      before = row;
    }
    out.append("\\bottomrule\n\\end{tabular}\n");
    table.notes().forEach(note -> out.append("% ").append(Printable.line(note)).append('\n'));
    return out.toString();
  }

  private static String line(List<String> cells) {
    return String.join(" & ", cells) + " \\\\\n";
  }

  static String escaped(String text) {
    return Printable.line(text)
        .codePoints()
        .mapToObj(LatexTable::escaped)
        .collect(Collectors.joining());
  }

  private static String escaped(int character) {
    return switch (character) {
      case '\\' -> "\\textbackslash{}";
      case '&', '%', '$', '#', '_', '{', '}' -> "\\" + (char) character;
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      // A line break takes a bracket or a star after it for its own; two signs may be a ligature.
      case '[', ']', '*', '"', '`', '\'', '-' -> "{" + (char) character + "}";
      case '\t' -> " ";
      case '×' -> "$\\times$";
      case 'Δ' -> "$\\Delta$";
      case '…' -> "\\dots{}";
      case '\uFFFD' -> "?";
      default -> Character.toString(character);
    };
  }
}
